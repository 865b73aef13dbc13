using System.Diagnostics;
using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Data;
using WorldModel.Evaluation;

namespace WorldModel.Benchmarks.Multistep;

/// <summary>Which way to train lets rollouts hold longest, with noise and without.</summary>
internal static class MultistepRun
{
    private static readonly double[] Noises = [0.1, 0.05, 0];

    /// <summary>Prints mean and median valid prediction time over 30 starts, median and range over seeds.</summary>
    internal static int Run(int seeds, int budget, string? only)
    {
        Console.WriteLine($"{"world",-18}{"noise",7}  {"training",-34}{"mean of 30 starts [s]",26}{"median of them [s]",26}{"seconds",9}");
        foreach (var world in MultistepWorld.All.Where(world => only is null || world.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var noise in Noises)
            {
                foreach (var way in TrainingWay.All)
                {
                    Console.WriteLine(Line(world, noise, way, (seeds, budget)));
                }
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Valid prediction times of each seed's 30 starts [s].</summary>
    internal static double[][] Measure(MultistepWorld world, double noise, TrainingWay way, (int Seeds, int Budget) effort) =>
        [.. Enumerable.Range(1, effort.Seeds).Select(seed =>
        {
            using var scope = NewDisposeScope();
            var split = world.Draw(noise, seed);
            using var model = way.Train(split, effort.Budget, seed);
            return Horizon.ValidTimes(split.Test, model.Predict(split.Test), Scaler.Fit(split.Train.States).Deviation, world.Threshold);
        })];

    private static string Line(MultistepWorld world, double noise, TrainingWay way, (int Seeds, int Budget) effort)
    {
        var clock = Stopwatch.StartNew();
        var times = Measure(world, noise, way, effort);
        var (mean, median) = (Spread.Of(times.Select(each => each.Average())), Spread.Of(times.Select(each => Spread.Of(each).Median)));
        return string.Create(CultureInfo.InvariantCulture, $"{world.Name,-18}{noise,7:p0}  {way.Name,-34}{mean,26}{median,26}{clock.Elapsed.TotalSeconds,9:f0}");
    }
}
