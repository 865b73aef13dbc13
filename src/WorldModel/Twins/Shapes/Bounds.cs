using System.Numerics;

namespace WorldModel.Twins;

/// <summary>The box around all that is ever seen of a scene, the ground included.</summary>
internal sealed record Bounds(Vector3 Low, Vector3 High)
{
    private const float Smallest = 0.1f;

    internal float Extent => MathF.Max(High.X - Low.X, MathF.Max(High.Y - Low.Y, High.Z - Low.Z));

    internal static Bounds Of(IEnumerable<Scene> scenes)
    {
        var corners = scenes.SelectMany(scene => scene.Placements.SelectMany(placement => Corners(scene, placement))).ToList();
        var (low, high) = (corners.Aggregate(Vector3.Min), corners.Aggregate(Vector3.Max));
        var extent = MathF.Max(Smallest, MathF.Max(high.X - low.X, MathF.Max(high.Y - low.Y, high.Z - low.Z)));
        var margin = new Vector3(0.04f * extent);
        // The ground is at height 0, except for a scene far above it.
        var floor = low.Z > extent ? low.Z : MathF.Min(low.Z, 0);
        return new((low - margin) with { Z = floor - 0.004f * extent }, (high + margin) with { Z = MathF.Max(high.Z, floor + 0.02f * extent) + 0.04f * extent });
    }

    /// <summary>The floor of the box, a little within it: rounded to its edge, a browser would clip it away.</summary>
    internal Solid Ground()
    {
        var height = Low.Z + 0.001f * Extent;
        return new([new(Low.X, Low.Y, height), new(High.X, Low.Y, height), new(High.X, High.Y, height), new(Low.X, High.Y, height)], [(0, 1, 2), (0, 2, 3)]);
    }

    private static Vector3[] Corners(Scene scene, Placement placement)
    {
        var (position, orientation) = scene.Pose(placement.Name);
        return Solid.Box(placement.Size).At(position, orientation).Points;
    }
}
