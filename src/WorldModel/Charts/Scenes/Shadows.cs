using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>What stands between the sun and the ground: one outline for each thing that has a height.</summary>
/// <param name="scene">The scene.</param>
/// <param name="bounds">The box around it, on whose floor the shadows lie.</param>
internal sealed class Shadows(Scene scene, Bounds bounds)
{
    internal const string Name = "shadow";

    // The ground lies a little below height 0, a lake at 0, shadows a little above: what is closer would flicker.
    private readonly float floor = bounds.Low.Z + 0.0065f * bounds.Extent;

    /// <summary>The shadow of a point, or of a shift of one, on height 0.</summary>
    internal static Vector3 Cast(Vector3 at) => at - View.Sun * (at.Z / View.Sun.Z);

    /// <summary>Shadows of what stands and of what moves, apart.</summary>
    internal IReadOnlyList<Body> Bodies(IReadOnlySet<string> moving) =>
        [.. scene.Placements.Where(placement => placement.Size.Z > 0.001f * bounds.Extent || moving.Contains(placement.Name))
            .GroupBy(placement => moving.Contains(placement.Name)).OrderBy(group => group.Key).Select(group => Joined([.. group], isStill: !group.Key))];

    private Body Joined(Placement[] placements, bool isStill)
    {
        var outlines = placements.Select(placement => (placement.Name, Outline: Outline(placement))).Where(shadow => shadow.Outline.Length >= 3).ToList();
        var solid = Solid.Join([new([], []), .. outlines.Select(shadow => Fan(shadow.Outline, isStill))]);
        return new(Name, Theme.Ink, solid.Points, solid.Faces)
        {
            Opacity = 0.22,
            InLegend = false,
            Texts = [.. outlines.SelectMany(shadow => Enumerable.Repeat(shadow.Name, shadow.Outline.Length))],
        };
    }

    /// <summary>A small thing's shadow is drawn as large as it takes to be seen.</summary>
    private Vector2[] Outline(Placement placement)
    {
        var (position, orientation) = scene.Pose(placement.Name);
        var least = new Vector3(0.012f * bounds.Extent);
        var solids = Vector3.Max(placement.Size, least) == least
            ? [Solid.Ellipsoid(least, rings: 1, sides: 8)]
            : Shapes.Of(placement, Theme.Ink).Select(part => part.Solid);
        var points = solids.SelectMany(solid => solid.At(position, orientation).Points).Select(at => Cast(at with { Z = MathF.Max(0, at.Z - floor) }));
        return ConvexHull.Of(points.Select(at => new Vector2(at.X, at.Y)));
    }

    private Solid Fan(Vector2[] outline, bool isStill)
    {
        var points = outline.Select(at => isStill ? Vector2.Clamp(at, new(bounds.Low.X, bounds.Low.Y), new(bounds.High.X, bounds.High.Y)) : at);
        return new([.. points.Select(at => new Vector3(at, floor))], [.. Enumerable.Range(1, outline.Length - 2).Select(i => (0, i, i + 1))]);
    }
}
