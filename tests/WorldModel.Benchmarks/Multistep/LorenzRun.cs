using System.Diagnostics;
using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Data;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Multistep;

/// <summary>For how many Lyapunov times a network of 2 × 128 foresees Lorenz's equations.</summary>
internal static class LorenzRun
{
    /// <summary>Prints valid prediction times over 50 starts and how far the imagined attractor is from the true one.</summary>
    internal static int Run(int seeds, int epochs)
    {
        Console.WriteLine($"{"seed",4}{"exponent [1/s]",16}{"median [Lyapunov times]",25}{"mean",8}{"90 % of the median",20}{"left the envelope",19}{"distance of z",15}{"seconds",9}");
        foreach (var seed in Enumerable.Range(1, seeds))
        {
            using var scope = NewDisposeScope();
            Console.WriteLine(Line(seed, epochs));
        }

        return ExitCode.Done;
    }

    private static string Line(int seed, int epochs)
    {
        Seed.Set(seed);
        Strided sky = new(new Simulated(new Lorenz(), 0.01), 5);
        Trajectories Runs(int runs, int steps) => sky.Run(sky.Run(8 * randn(runs, 3) + tensor(new[] { 0f, 0, 25 }), 200).States.select(1, -1), steps);
        var (train, validation, test) = (Runs(50, 400), Runs(10, 400), Runs(50, 1000));
        var exponent = Lyapunov.LargestExponent(new Simulated(Exact, 0.01), test.Initial, 50);

        var clock = Stopwatch.StartNew();
        using var model = ResidualMlp.For(train, width: 128);
        Trainer.Fit(model, Windows.Cut(train, 1), Windows.Cut(validation, 1), new(epochs, LearningRate: 4e-3, ClipNorm: 1));
        var seconds = clock.Elapsed.TotalSeconds;

        var imagined = model.Predict(test);
        double[] times = [.. Horizon.ValidTimes(test, imagined, Scaler.Fit(train.States).Deviation, 0.4).Select(time => time * exponent)];
        var (low, high) = Bootstrap.Interval(times, values => Spread.Of(values).Median);
        var left = Envelope.Of(train).LeftAt(imagined).Count(double.IsFinite);
        return string.Create(CultureInfo.InvariantCulture,
            $"{seed,4}{exponent,16:f3}{Spread.Of(times).Median,25:f2}{times.Average(),8:f2}{$"{low:f2} to {high:f2}",20}{$"{left} of 50",19}{Attractor.Distance(test, imagined, "z"),15:g3}{seconds,9:f0}");
    }

    private static Lorenz Exact => new() { Sigma = tensor(10.0), Rho = tensor(28.0), Beta = tensor(8.0 / 3) };
}
