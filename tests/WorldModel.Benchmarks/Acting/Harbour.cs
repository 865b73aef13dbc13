using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Planning;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Acting;

/// <summary>Notebook 09's boat that is to dock in a current, and what learns from random rowing there.</summary>
internal sealed class Harbour(double current)
{
    private static readonly float[] Noise = [0.02f, 0.02f, 0.005f, 0.005f, 0.01f, 0.01f, 0.005f, 0.01f, 0.01f, 0.01f, 0.01f];

    /// <summary>Rates of the two oars.</summary>
    internal static ActionLimits Oars { get; } = ActionLimits.Of((-0.2, 0.6), (-0.2, 0.6));

    /// <summary>A step is a second; angles are shown as cosines and sines.</summary>
    internal Circular World { get; } = new(
        new Strided(new Jetty(-6, 1.2, 6, 3.2).InTheWayOf(new Strided(new Simulated(new Boat { Current = tensor(new[] { (float)current, 0f }) }, 0.02), 10)), 5),
        "heading", "left stroke", "right stroke");

    /// <summary>What is read of states.</summary>
    internal static Tensor Read(Tensor states) => states + tensor(Noise) * randn_like(states);

    /// <summary>Places south of the jetty [runs, 11], at rest.</summary>
    internal Tensor Starts(int runs) => World.Shown(cat(
        [rand(runs, 2) * tensor(new[] { 24f, 10f }) - tensor(new[] { 12f, 13f }), 6.28f * rand(runs, 1), zeros(runs, 3), 6.28f * rand(runs, 2)], 1));

    /// <summary>Rates that change every two seconds, for half a minute.</summary>
    internal static Tensor Rowing(int runs) => ((0.8f * rand(runs, 15, 2) - 0.2f) * (rand(runs, 15, 2) > 0.1).to(float32)).repeat_interleave(2, 1);

    /// <summary>Networks that saw 150 random runs.</summary>
    internal IReadOnlyList<IDynamics> Learn(int members)
    {
        Seed.Set(1);
        var runs = World.Run(Starts(150), Rowing(150));
        var split = Split.ByRun(new(runs.State, runs.Action, Read(runs.States), runs.Actions, runs.Dt), 0.15, 0.15);
        return [.. Enumerable.Range(1, members).Select(seed => Trained(split, seed))];
    }

    /// <summary>Distance to the berth on the way, and near to it the wrong heading and the speed.</summary>
    internal static Tensor Cost(Trajectories runs)
    {
        var state = runs.States.narrow(1, 1, runs.Steps);
        var far = state.narrow(2, 0, 2).square().sum(2);
        var wrong = 1.5 * (1 - state.select(2, 2)) + state.narrow(2, 4, 2).square().sum(2);
        return ((far + 0.01).sqrt() + (-far / 4).exp() * wrong).sum(1);
    }

    /// <summary>Within a metre, slower than half a metre a second, the bow to the east within 30 degrees.</summary>
    internal static bool IsDocked(Tensor state)
    {
        var now = state.data<float>().ToArray();
        return Math.Sqrt((now[0] * now[0]) + (now[1] * now[1])) < 1 && Math.Sqrt((now[4] * now[4]) + (now[5] * now[5])) < 0.5 && now[2] > 0.866;
    }

    private static IDynamics Trained(Split split, int seed)
    {
        Seed.Set(seed);
        var network = ResidualMlp.For(split.Train);
        Trainer.Fit(network, Windows.Cut(split.Train, 1), Windows.Cut(split.Validation, 1), new(Epochs: 40, BatchSize: 128) { Schedule = RateSchedule.Cosine });
        return network.Compile();
    }
}
