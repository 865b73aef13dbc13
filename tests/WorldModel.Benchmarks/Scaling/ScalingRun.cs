using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Benchmarks.Works;
using WorldModel.Charts;
using WorldModel.Native;

namespace WorldModel.Benchmarks.Scaling;

/// <summary>Measures how costs grow and writes the report.</summary>
internal static class ScalingRun
{
    private const string Note =
        "Times are best blocks. Where a line falls, work is shared by more items; where it is level, cost is proportional to size. "
        + "The fraction of the peak counts the multiplications and additions of the layers alone, against the FMA peak of as many threads.";

    internal static int Run(NamePattern only, double seconds, int threads, string folder)
    {
        TorchLibrary.EnsureLoaded();
        ThreadChoice.Use(threads);
        FmaPeak peak = new();
        var results = only.Choose(Sweeps.All, sweep => sweep.Name).Select(sweep => (Sweep: sweep, Points: Measure(sweep, seconds, (peak, threads)))).ToList();
        Report report = new("How cost grows")
        {
            Facts = [.. Machine.Facts(), $"{threads} thread{(threads == 1 ? "" : "s")}, FMA peak {Amounts.GigaFlops(peak.Of(threads))}"],
            Figures =
            [
                LineChart.Draw("Time of one item, by the size of what grows", Size, new("time of an item [s]") { IsLog = true }, [.. results.Select(one => Line(one, point => point.PerItem))]),
                LineChart.Draw("Fraction of the FMA peak, by the size of what grows", Size, new("fraction of the FMA peak [%]") { Range = (0, 100) }, [.. results.Select(one => Line(one, point => 100 * point.OfPeak))]),
            ],
            Grids = [.. results.Select(one => (one.Sweep.Name, GridOf(one)))],
            Notes = [Note],
        };
        Console.WriteLine(string.Join('\n', [.. report.Facts, .. report.Grids.Select(grid => $"\n{grid.Heading}\n{grid.Grid.ToText()}"), "", .. report.Write(folder, "scaling")]));
        return ExitCode.Done;
    }

    private static Axis Size => new("size of what grows (batch, hidden units, steps, networks, bodies)") { IsLog = true };

    private static List<SweepPoint> Measure(Sweep sweep, double seconds, (FmaPeak Measured, int Threads) peak)
    {
        // Again for every line: a peak of another minute would be another machine's.
        peak.Measured.Measure(peak.Threads, seconds);
        List<SweepPoint> points = [];
        foreach (var size in sweep.Sizes)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sweep.Name}: {size}"));
            using var work = sweep.Make(size);
            Clock.Warm(work.Run);
            var best = Clock.Measure(work.Run, seconds).Min();
            points.Add(new(size, best, sweep.Items(size), work.Flops / best / peak.Measured.Of(peak.Threads)));
        }

        return points;
    }

    private static (string Name, double[] X, double[] Y) Line((Sweep Sweep, List<SweepPoint> Points) result, Func<SweepPoint, double> value) =>
        ($"{result.Sweep.Name}, {result.Sweep.Item}", [.. result.Points.Select(point => (double)point.Size)], [.. result.Points.Select(value)]);

    private static Grid GridOf((Sweep Sweep, List<SweepPoint> Points) result) => new(
        ["size", "whole work", result.Sweep.Item, "of peak"],
        [.. result.Points.Select(point => (string[])[Amounts.Count(point.Size), Amounts.Time(point.Run), Amounts.Time(point.PerItem), Amounts.Percent(point.OfPeak)])]);
}
