using System.Numerics;

namespace WorldModel.Charts;

/// <summary>The outline of points in a plane (monotone chain; Andrew, Information Processing Letters 9, 1979).</summary>
internal static class ConvexHull
{
    /// <summary>Corners counter-clockwise; fewer than three where all points lie on a line.</summary>
    internal static Vector2[] Of(IEnumerable<Vector2> points)
    {
        List<Vector2> sorted = [.. points.Distinct().OrderBy(p => p.X).ThenBy(p => p.Y)];
        return sorted.Count < 3 ? [.. sorted] : [.. Half(sorted), .. Half(Enumerable.Reverse(sorted))];
    }

    private static List<Vector2> Half(IEnumerable<Vector2> sorted)
    {
        List<Vector2> chain = [];
        foreach (var point in sorted)
        {
            while (chain.Count >= 2 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        // The other half begins with this one's last point.
        return chain[..^1];
    }

    private static float Turn(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
