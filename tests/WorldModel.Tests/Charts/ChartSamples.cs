using System.Numerics;
using WorldModel.Charts;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Planning;
using WorldModel.Twins;
using static TorchSharp.torch;

namespace WorldModel.Tests.Charts;

/// <summary>One figure of every kind, and the small records that they are made of.</summary>
internal static class ChartSamples
{
    internal const string Hostile = "</script><b>%{x} & \"quoted\" <!-- <script>";

    internal static readonly Space Fall = new(new("x", "m"), new("height", "m"), new("climb", "m/s"));

    internal static IEnumerable<(string Name, Figure Figure)> All(string name = "model")
    {
        yield return ("scene", SceneChart.Draw(name, Orchard(name)));
        yield return ("replay", SceneChart.Replay(name, Moving(Orchard(name), name), Orchard(name), [0, 0.5, 1]));
        yield return ("overlay", OverlayChart.Draw(name, "height", 0, ("truth", Run(5)), (name, Run(4))));
        yield return ("band", BandChart.Draw(name, "height", 0, ("90 % interval", Run(5), Run(3)), ("truth", Run(5)), ("sensor", Run(4.1)), (name, Run(4))));
        yield return ("paths", PathChart.Draw(name, ["x", "height"], 0, ("truth", Run(5)), (name, Run(4))));
        yield return ("paths in space", PathChart.Draw(name, ["x", "height", "climb"], 0, ("truth", Run(5)), (name, Run(4))));
        yield return ("error growth", ErrorGrowthChart.Draw(name, ["x", "height"], (name, Error(1)), ("control", Error(10))));
        yield return ("learning curve", LearningCurveChart.Draw(name, 0.01, (name, Log(1)), ("other", Log(3))));
        yield return ("comparison", ComparisonChart.Draw(name, "error [m]", (name, new(1, 0.5, 2)), ("control", new(90, 80, 100))));
        yield return ("measurements", MeasurementChart.Draw(name, new("release height", "punti"), new("distance", "punti"), ("measured", [1, 2], [3, 5]), (name, [1, 2], [3, 5])));
        yield return ("fan", FanChart.Draw(name, "x", "height", (name, Run(4), Run(5)), ("other", Run(3), Run(3.5))));
        yield return ("rowing", RowingChart.Draw(name, ("truth", Rowing(0)), (name, Rowing(1))));
        yield return ("plans", PlanChart.Draw(name, Planned(), (0, 2), (name, new(-1, 3, 3, 5))));
        yield return ("discs", DiscsChart.Draw(name, new(2, 2), 0, ("truth", Discs()), (name, Discs())));
        yield return ("histogram", HistogramChart.Draw(name, "error [m]", (name, [1, 2, 2, 3]), ("other", [2, 4])));
    }

    internal static readonly Space Boat = new(
        new("x", "m"), new("y", "m"), new("heading", "rad"), new("surge", "m/s"), new("sway", "m/s"), new("yaw rate", "rad/s"),
        new("left stroke", "rad"), new("right stroke", "rad"));

    /// <summary>A boat that goes 2 m along y, at a place along x, while its left oar goes round once.</summary>
    internal static Trajectories Rowing(float x)
    {
        var states = Enumerable.Range(0, 9).SelectMany(t => new[] { x, t / 4f, MathF.PI / 2, 1, 0, 0, t * MathF.PI / 4, 0 }).ToArray();
        return new(Boat, Space.None, tensor(states).view(1, 9, 8), zeros(1, 8, 0), 0.25);
    }

    /// <summary>A boat that plans at two of its steps: one future that was chosen, two that were considered.</summary>
    internal static PlannedRun Planned()
    {
        var run = Rowing(0).First(2);
        Trajectories Futures(int count) => new(Boat, Space.None, run.States.repeat(count, 1, 1), run.Actions.repeat(count, 1, 1), run.Dt);
        return new(run, [.. Enumerable.Range(0, 2).Select(_ => new Plan(zeros(2, 2), 1, Futures(1), Futures(2)))]);
    }

    internal static Trajectories Run(double gravity, int steps = 10)
    {
        var states = Enumerable.Range(0, steps + 1).Select(t => 0.1 * t)
            .SelectMany(t => new[] { (float)t, (float)(5 - gravity * t * t), (float)(-2 * gravity * t) }).ToArray();
        return new(Fall, Space.None, tensor(states).reshape(1, steps + 1, 3), zeros(1, steps, 0), 0.1);
    }

    internal static Trajectories Discs() =>
        new WorldModel.Worlds.Balls(3, new(2, 2)).Run(new WorldModel.Worlds.BallStarts().Draw(3, new(2, 2), 1, seed: 1), 10);

    internal static Trajectories Nothing() => new(Fall, Space.None, full([1, 3, 3], float.NaN), zeros(1, 2, 0), 0.1);

    internal static HorizonError Error(double factor) =>
        new(Fall, [0, 1, 2], [[0, 3 * factor, 6 * factor], [0, 4 * factor, 8 * factor], [0, 1, 2]]);

    internal static IReadOnlyList<EpochLoss> Log(double factor) =>
        [.. Enumerable.Range(1, 20).Select(epoch => new EpochLoss(epoch, factor / epoch, 1.1 * factor / epoch))];

    internal static Scene Orchard(string boat = "boat") => new(
    [
        new("lake", "lake", new(14, 0, 0), Quaternion.Identity, new(22, 30, 0)),
        new("tree 1", "tree", new(-10, 2, 0), Quaternion.Identity, new(3, 3, 5)),
        new("apple 1", "apple", new(1, 0, 3), Quaternion.Identity, new(0.075f, 0.075f, 0.075f), "tree 1"),
        new("apple 2", "apple", new(-1, 0, 3), Quaternion.Identity, new(0.075f, 0.075f, 0.075f), "tree 1"),
        new("jetty", "jetty", new(4, -6, 0), Quaternion.Identity, new(6, 1.5f, 0.7f)),
        new(boat, "boat", new(10, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, 0.5f), new(4, 1.5f, 0.7f)),
        new("left oar", "oar", new(0, 1, 0.5f), Quaternion.Identity, new(0.1f, 2, 0.1f), boat),
        new("mast", "sensor", new(3, 8, 0), Quaternion.Identity, new(0.4f, 0.4f, 5)),
        new("hut", "house", new(-2, -12, 0), Quaternion.Identity, new(4, 3, 3)),
        new("thing", "spaceship", new(0, 9, 0), Quaternion.Identity, new(1, 1, 1)),
    ]);

    internal static Twin Moving(Scene scene, string boat = "boat") => new Twin(scene).Replay(
    [
        new(0.5, boat, new(9, 1, 0)), new(1, boat, new(8, 2, 0)),
        new(0.5, "apple 1", new(1, 0, 1.8f)), new(1, "apple 1", new(1, 0, 0)),
    ]);
}
