using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

/// <summary>The same small training by each way that a training can go.</summary>
internal static class Trainings
{
    /// <summary>The way of several probabilistic networks at once.</summary>
    internal const string Ensemble = "ensemble by kernels";

    /// <summary>The way of a neural ODE on given rates of change.</summary>
    internal const string Rates = "rates by kernels";

    internal static string[] Ways { get; } = ["kernels", "fused Adam", "TorchSharp's Adam"];

    /// <summary>All that a training leaves behind: losses, parameters and the random numbers that come next.</summary>
    internal static double[] Run(string way, FitOptions options, int seed = 5)
    {
        (nn.Module model, IReadOnlyList<EpochLoss> log) = way switch
        {
            Ensemble => FitEnsemble(options, seed),
            Rates => FitRates(options, seed),
            _ => Fit(way, options, seed),
        };
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

    private static (nn.Module Model, IReadOnlyList<EpochLoss> Log) FitEnsemble(FitOptions options, int seed)
    {
        var split = Split.ByRun(Runs(float32));
        Seed.Set(seed);
        var model = WorldModel.Models.Ensemble.For(split.Train, members: 2, width: 8);
        return (model, Trainer.Fit(model, Windows.Cut(split.Train, 1), Windows.Cut(split.Validation, 1), options));
    }

    private static (nn.Module Model, IReadOnlyList<EpochLoss> Log) FitRates(FitOptions options, int seed)
    {
        var split = Split.ByRun(Runs(float32));
        Seed.Set(seed);
        var model = NeuralOde.For(split.Train, width: 8);
        return (model, Trainer.FitRates(model, Windows.Cut(split.Train, 1), Windows.Cut(split.Validation, 1), options));
    }

    private static Trajectories Runs(ScalarType type) => new Simulated(new Pendulum(), 0.05)
        .Run(randn([8, 2], type, generator: new Generator(3)), randn([8, 12, 1], type, generator: new Generator(4)));
}
