using System.Numerics;

namespace WorldModel.Twins;

/// <summary>Triangles around the centre of a base, counter-clockwise from outside.</summary>
internal sealed record Solid(Vector3[] Points, (int A, int B, int C)[] Faces)
{
    /// <summary>Whether one can look inside.</summary>
    internal bool IsOpen { get; init; }

    internal Solid At(Vector3 position, Quaternion orientation) =>
        this with { Points = [.. Points.Select(point => position + Vector3.Transform(point, orientation))] };

    internal Solid Raised(float height) => At(new(0, 0, height), Quaternion.Identity);

    /// <summary>Several solids as one.</summary>
    internal static Solid Join(IEnumerable<Solid> solids) => solids.Aggregate((all, next) => all with
    {
        Points = [.. all.Points, .. next.Points],
        Faces = [.. all.Faces, .. next.Faces.Select(face => (face.A + all.Points.Length, face.B + all.Points.Length, face.C + all.Points.Length))],
    });

    internal static Solid Box(Vector3 size) => Prism([new(-1, -1), new(1, -1), new(1, 1), new(-1, 1)], size);

    /// <summary>An upright pole with an elliptic outline.</summary>
    internal static Solid Pole(Vector3 size, int sides = 8) => Prism(Circle(sides), size);

    /// <summary>A flat ellipse, such as the surface of a lake.</summary>
    internal static Solid Disc(Vector3 size, int sides = 36)
    {
        Vector3[] rim = [.. Circle(sides).Select(p => new Vector3(p.X * size.X / 2, p.Y * size.Y / 2, size.Z))];
        return new([.. rim, new(0, 0, size.Z)], [.. Enumerable.Range(0, sides).Select(i => (sides, i, (i + 1) % sides))]);
    }

    /// <summary>An ellipsoid that stands on its base's centre.</summary>
    internal static Solid Ellipsoid(Vector3 size, int rings = 5, int sides = 8)
    {
        List<Vector3> points = [];
        for (var ring = 1; ring <= rings; ring++)
        {
            // A ring turned by half a side against the next looks less like a barrel.
            var (sin, cos) = MathF.SinCos(MathF.PI * ring / (rings + 1));
            points.AddRange(Circle(sides, 0.5f * ring).Select(p => new Vector3(p.X * sin, p.Y * sin, 1 - cos)));
        }

        var (bottom, top) = (points.Count, points.Count + 1);
        points.AddRange([new(0, 0, 0), new(0, 0, 2)]);
        return new([.. points.Select(p => p * size / 2)], [.. Skin(rings, sides), .. Cap(bottom, 0, sides, isTop: false), .. Cap(top, (rings - 1) * sides, sides, isTop: true)]);
    }

    /// <summary>An open boat whose bow points along x.</summary>
    internal static Solid Hull(Vector3 size)
    {
        Vector3[] deck = [new(1, 0, 1), new(0.35f, 1, 0.85f), new(-1, 0.7f, 0.9f), new(-1, -0.7f, 0.9f), new(0.35f, -1, 0.85f)];
        Vector3[] keel = [new(0.75f, 0, 0), new(0.25f, 0.5f, 0), new(-0.85f, 0.35f, 0), new(-0.85f, -0.35f, 0), new(0.25f, -0.5f, 0)];
        Vector3[] points = [.. keel.Concat(deck).Select(p => p * new Vector3(size.X / 2, size.Y / 2, size.Z))];
        return new(points, [.. Skin(2, 5), (0, 2, 1), (0, 3, 2), (0, 4, 3)]) { IsOpen = true };
    }

    /// <summary>A roof whose ridge runs along x.</summary>
    internal static Solid Roof(Vector3 size)
    {
        var (x, y, z) = (size.X / 2, size.Y / 2, size.Z);
        return new(
            [new(-x, -y, 0), new(x, -y, 0), new(x, y, 0), new(-x, y, 0), new(-x, 0, z), new(x, 0, z)],
            [(0, 1, 5), (0, 5, 4), (2, 3, 4), (2, 4, 5), (3, 0, 4), (1, 2, 5), (0, 2, 1), (0, 3, 2)]);
    }

    private static Solid Prism(Vector2[] outline, Vector3 size)
    {
        var sides = outline.Length;
        Vector3[] floor = [.. outline.Select(p => new Vector3(p.X * size.X / 2, p.Y * size.Y / 2, 0))];
        Vector3[] roof = [.. floor.Select(p => p with { Z = size.Z })];
        var lids = Enumerable.Range(1, sides - 2).SelectMany(i => new[] { (0, i + 1, i), (sides, sides + i, sides + i + 1) });
        return new([.. floor, .. roof], [.. Skin(2, sides), .. lids]);
    }

    /// <summary>Two triangles between each pair of neighbours on each pair of neighbouring rings, from the bottom up.</summary>
    private static IEnumerable<(int, int, int)> Skin(int rings, int sides) =>
        from ring in Enumerable.Range(0, rings - 1)
        from side in Enumerable.Range(0, sides)
        let next = (side + 1) % sides
        from face in new[]
        {
            (ring * sides + side, ring * sides + next, (ring + 1) * sides + next),
            (ring * sides + side, (ring + 1) * sides + next, (ring + 1) * sides + side),
        }
        select face;

    private static IEnumerable<(int, int, int)> Cap(int pole, int first, int sides, bool isTop) =>
        Enumerable.Range(0, sides).Select(i => (i, next: (i + 1) % sides)).Select(side =>
            isTop ? (pole, first + side.i, first + side.next) : (pole, first + side.next, first + side.i));

    private static Vector2[] Circle(int sides, float shift = 0) =>
        [.. Enumerable.Range(0, sides).Select(i => MathF.Tau * (i + shift) / sides).Select(angle => new Vector2(MathF.Cos(angle), MathF.Sin(angle)))];
}
