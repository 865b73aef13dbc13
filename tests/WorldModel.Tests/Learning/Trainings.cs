using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

/// <summary>The same small training by each way that a training can go.</summary>
internal static class Trainings
{
    internal static string[] Ways { get; } = ["kernels", "fused Adam", "TorchSharp's Adam"];

    /// <summary>All that a training leaves behind: losses, parameters and the random numbers that come next.</summary>
    internal static double[] Run(string way, FitOptions options, int seed = 5)
    {
        var (model, log) = Fit(way, options, seed);
        return [.. log.SelectMany(epoch => new[] { epoch.Epoch, epoch.Train, epoch.Validation }), .. model.parameters().SelectMany(Doubles.Of), .. Doubles.Of(rand(2))];
    }

    internal static (ResidualMlp Model, IReadOnlyList<EpochLoss> Log) Fit(string way, FitOptions options, int seed = 5)
    {
        var split = Split.ByRun(Runs(way == Ways[2] ? float64 : float32));
        var (train, validation) = (Windows.Cut(split.Train, 3), Windows.Cut(split.Validation, 3));
        Seed.Set(seed);
        var model = ResidualMlp.For(split.Train, width: 12);
        return (model, way == Ways[0]
            ? Trainer.Fit(model, train, validation, options)
            : Trainer.Fit(model.parameters(), train, validation, batch => (model.Run(batch.Initial, batch.Actions).States - batch.States).square().mean(), options));
    }

    private static Trajectories Runs(ScalarType type) => new Simulated(new Pendulum(), 0.05)
        .Run(randn([8, 2], type, generator: new Generator(3)), randn([8, 12, 1], type, generator: new Generator(4)));
}
