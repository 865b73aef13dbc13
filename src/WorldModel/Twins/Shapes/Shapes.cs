using System.Numerics;

namespace WorldModel.Twins;

/// <summary>How placements look, by kind; a kind that is not known is a box.</summary>
internal static class Shapes
{
    internal const string Grass = "#DCE8CF";

    private const string Wood = "#7A5230";
    private const string Planks = "#B08D62";
    private const string Leaves = "#6FB07F";
    private const string Water = "#56B4E9";
    private const string Steel = "#5B6270";

    internal static string? ColorOf(string kind) => Known(kind) switch
    {
        "tree" => Leaves,
        "apple" => "#C1121F",
        "boat" => "#D55E00",
        "lake" or "pond" or "water" or "sea" or "river" => Water,
        "jetty" or "pier" or "bridge" or "oar" or "bench" or "table" or "fence" or "ramp" => Planks,
        "house" or "hut" or "barn" or "shed" => "#EADBC0",
        "sensor" or "camera" or "station" => "#8B3FA8",
        "pole" or "mast" or "post" => "#7F7F7F",
        "rock" or "stone" => "#9AA0A6",
        "buoy" or "ball" => "#E69F00",
        "moon" or "planet" => "#B9BDC4",
        "field" or "meadow" or "ground" or "garden" => "#BFD8A8",
        _ => null,
    };

    internal static IReadOnlyList<Part> Of(Placement placement, string color)
    {
        var size = placement.Size;
        return Known(placement.Kind) switch
        {
            "tree" => Tree(size, color),
            "apple" => [new("body", color, Solid.Ellipsoid(size, rings: 2, sides: 5))],
            "rock" or "stone" or "buoy" or "ball" => [new("body", color, Solid.Ellipsoid(size, rings: 4, sides: 8))],
            "moon" or "planet" => [new("body", color, Solid.Ellipsoid(size, rings: 7, sides: 12))],
            "boat" => [new("hull", color, Solid.Hull(size))],
            "lake" or "pond" => [new("surface", color, Solid.Disc(size))],
            "house" or "hut" or "barn" or "shed" => House(size, color),
            "sensor" or "camera" or "station" => Sensor(size, color),
            "pole" or "mast" or "post" => [new("pole", color, Solid.Pole(size))],
            "jetty" or "pier" or "bridge" => Jetty(size, color),
            _ => [new("box", color, Solid.Box(size))],
        };
    }

    private static string Known(string kind) => kind.Trim().ToLowerInvariant();

    private static Part[] Tree(Vector3 size, string color)
    {
        var girth = 0.09f * MathF.Min(size.X, size.Y);
        return
        [
            new("trunk", Wood, Solid.Pole(new(girth, girth, 0.5f * size.Z), sides: 6)),
            new("crown", color, Solid.Ellipsoid(new(size.X, size.Y, 0.72f * size.Z)).Raised(0.28f * size.Z), Opacity: 0.55),
        ];
    }

    private static Part[] House(Vector3 size, string color) =>
    [
        new("walls", color, Solid.Box(size with { Z = 0.62f * size.Z })),
        new("roof", "#9A4A3A", Solid.Roof(new(1.12f * size.X, 1.12f * size.Y, 0.38f * size.Z)).Raised(0.62f * size.Z)),
    ];

    /// <summary>A tall sensor is a box on a pole.</summary>
    private static Part[] Sensor(Vector3 size, string color)
    {
        var head = MathF.Max(size.X, size.Y);
        return size.Z < 3 * head
            ? [new("box", color, Solid.Box(size))]
            : [new("pole", Steel, Solid.Pole(new(0.35f * head, 0.35f * head, size.Z - head), sides: 6)), new("box", color, Solid.Box(new(size.X, size.Y, head)).Raised(size.Z - head))];
    }

    /// <summary>A deck on two rows of piles.</summary>
    private static Part[] Jetty(Vector3 size, string color)
    {
        var deck = MathF.Min(0.35f * size.Z, 0.2f);
        var pile = 0.12f * MathF.Min(size.X, size.Y);
        var (x, y) = ((size.X - pile) / 2, (size.Y - pile) / 2);
        var piles = from along in new[] { -1f, -0.33f, 0.33f, 1f }
                    from across in new[] { -1f, 1f }
                    let offset = size.X >= size.Y ? new Vector3(along * x, across * y, 0) : new Vector3(across * x, along * y, 0)
                    select new Part("piles", Wood, Solid.Box(new(pile, pile, size.Z - deck)).At(offset, Quaternion.Identity));
        return [.. piles, new("deck", color, Solid.Box(size with { Z = deck }).Raised(size.Z - deck))];
    }
}
