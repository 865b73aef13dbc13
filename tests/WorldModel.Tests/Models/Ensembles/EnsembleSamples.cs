using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;

namespace WorldModel.Tests.Models;

/// <summary>Small runs to make ensembles for, and a world whose noise is known.</summary>
internal static class EnsembleSamples
{
    internal static readonly Space Place = new(new("x", "m"), new("y", "m"), new("heading", "rad"), new("surge", "m/s"));
    internal static readonly Space Push = new(new("thrust", "N"), new("rudder", "rad"));

    internal static readonly Features Turning = new() { Unseen = ["x", "y"], Periodic = ["heading"], Turned = ["x", "y", "heading"] };

    internal static Trajectories Walks(ScalarType? type = null)
    {
        var steps = 0.3 * randn([6, 21, 4], generator: new Generator(4));
        return new(Place, Push, steps.cumsum(1).to(type ?? float32), randn([6, 20, 2], generator: new Generator(5)).to(type ?? float32), 0.5);
    }

    /// <summary>x' = x + a + 0.2·(1 + a)·noise for actions from 0 to 1.</summary>
    internal static Trajectories Noisy(int runs, int seed)
    {
        Generator dice = new((ulong)seed);
        var push = rand([runs, 50, 1], generator: dice);
        var changes = push + (0.2 * (1 + push) * randn([runs, 50, 1], generator: dice));
        return new(new(new Channel("x", "m")), new(new Channel("push", "m")), cat([zeros(runs, 1, 1), changes.cumsum(1)], 1), push, 1);
    }

    internal static Ensemble Learned(int runs, int members = 5)
    {
        Seed.Set(1);
        var train = Noisy(runs, 1);
        var model = Ensemble.For(train, members, width: 24, features: new() { Unseen = ["x"] });
        Trainer.Fit(model, Windows.Cut(train, 1), Windows.Cut(Noisy(10, 2), 1), new(Epochs: 30, BatchSize: 64));
        return model;
    }
}
