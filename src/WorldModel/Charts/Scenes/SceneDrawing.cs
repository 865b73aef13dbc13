using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>Scenes at successive moments as one drawing; a single moment stands still.</summary>
internal static class SceneDrawing
{
    private const float Unmoved = 1e-5f;

    internal static Drawing Of(string kind, string title, IReadOnlyList<Scene> scenes, double[] seconds)
    {
        var bounds = Bounds.Of(scenes);
        var moving = Moving(scenes);
        Stage stage = new(scenes[0], moving, bounds.Extent);
        Body[] bodies = [Ground(bounds), .. stage.Bodies(), .. new Shadows(scenes[0], bounds).Bodies(moving)];
        Series[] series = [.. stage.Markers(), .. stage.Labels()];
        return new(kind, title)
        {
            X = new("x [m]") { Range = (bounds.Low.X, bounds.High.X) },
            Y = new("y [m]") { Range = (bounds.Low.Y, bounds.High.Y) },
            Z = new("z [m]") { Range = (bounds.Low.Z, bounds.High.Z) },
            Bodies = bodies,
            Series = series,
            HasTrueProportions = true,
            Height = moving.Count > 0 ? 560 : 500,
            Motion = moving.Count > 0 ? new(seconds, [.. Tracks(bodies, series, Shifts(scenes, moving), Digits(bounds.Extent))]) : null,
            Contents = [.. scenes[0].Placements.GroupBy(p => p.Kind).Select(group => $"{group.Count()} {group.Key}{(group.Count() <= 3 ? $" ({string.Join(", ", group.Select(p => p.Name))})" : "")}"), .. Said(moving)],
        };
    }

    private static Body Ground(Bounds bounds)
    {
        var ground = bounds.Ground();
        return new("ground", Shapes.Grass, ground.Points, ground.Faces) { InLegend = false };
    }

    private static string[] Said(HashSet<string> moving) => moving.Count == 0 ? [] : [$"moving: {string.Join(", ", moving)}"];

    private static HashSet<string> Moving(IReadOnlyList<Scene> scenes) =>
        [.. scenes[0].Placements.Select(p => p.Name).Where(name => scenes.Any(scene => (scene.Pose(name).Position - scenes[0].Pose(name).Position).Length() > Unmoved))];

    /// <summary>How far each moving placement is from where it began, by name and frame. A reading turns nothing, so all its points move alike.</summary>
    private static Dictionary<string, Vector3[]> Shifts(IReadOnlyList<Scene> scenes, HashSet<string> moving) =>
        moving.ToDictionary(name => name, name => scenes.Select(scene => scene.Pose(name).Position - scenes[0].Pose(name).Position).ToArray());

    private static IEnumerable<Track> Tracks(Body[] bodies, Series[] series, Dictionary<string, Vector3[]> shifts, int digits)
    {
        for (var trace = 0; trace < bodies.Length + series.Length; trace++)
        {
            var (points, owners) = trace < bodies.Length ? (bodies[trace].Points, bodies[trace].Texts) : (Points(series[trace - bodies.Length]), series[trace - bodies.Length].Texts);
            if (owners is not null && owners.Length > 0 && shifts.ContainsKey(owners[0]))
            {
                var isShadow = trace < bodies.Length && bodies[trace].Name == Shadows.Name;
                Vector3[][] all = [.. owners.Select(owner => isShadow ? [.. shifts[owner].Select(Shadows.Cast)] : shifts[owner])];
                yield return new(trace, Along(points, all, p => p.X, digits), Along(points, all, p => p.Y, digits), Along(points, all, p => p.Z, digits));
            }
        }
    }

    /// <summary>Decimals that resolve a thousandth of the scene: frames are most of a replay's weight.</summary>
    private static int Digits(float extent) => Math.Clamp(4 - (int)Math.Ceiling(Math.Log10(extent)), 0, 6);

    private static Vector3[] Points(Series series) => [.. series.X.Select((x, i) => new Vector3((float)x, (float)series.Y[i], (float)series.Z![i]))];

    /// <summary>[frame][point], null where no frame differs from the first.</summary>
    private static double[][]? Along(Vector3[] points, Vector3[][] shifts, Func<Vector3, float> axis, int digits) =>
        shifts.All(shift => shift.All(at => MathF.Abs(axis(at)) <= Unmoved))
            ? null
            : [.. Enumerable.Range(0, shifts[0].Length).Select(frame => points.Select((point, i) => Math.Round(axis(point) + axis(shifts[i][frame]), digits)).ToArray())];
}
