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

    internal static int Run(NamePattern only, (double Seconds, int Rounds) time, int threads, string folder)
    {
        TorchLibrary.EnsureLoaded();
        ThreadChoice.Use(threads);
        FmaPeak peak = new();
        var sweeps = only.Choose(Sweeps.All, sweep => sweep.Name);
        Dictionary<(Sweep, int), (Blocks Blocks, double Flops)> measured = [];
        for (var round = 1; round <= time.Rounds; round++)
        {
            peak.Measure(threads, time.Seconds);
            Array.ForEach(sweeps, sweep => Measure(sweep, time.Seconds, measured));
        }

        var results = sweeps.Select(sweep => (Sweep: sweep, Points: sweep.Sizes.Select(size => Point(sweep, size, measured[(sweep, size)], peak.Of(threads))).ToList())).ToList();
        var report = ReportOf(results, (peak, threads));
        Console.WriteLine(string.Join('\n', [.. report.Facts, .. report.Grids.Select(grid => $"\n{grid.Heading}\n{grid.Grid.ToText()}"), "", .. report.Write(folder, "scaling")]));
        return ExitCode.Done;
    }

    private static Report ReportOf(List<(Sweep Sweep, List<SweepPoint> Points)> results, (FmaPeak Measured, int Threads) peak) => new("How cost grows")
    {
        Facts = [.. Machine.Facts(), $"{peak.Threads} thread{(peak.Threads == 1 ? "" : "s")}, FMA peak {Amounts.GigaFlops(peak.Measured.Of(peak.Threads))}"],
        Figures =
        [
            LineChart.Draw("Time of one item, by the size of what grows", Size, new("time of an item [s]") { IsLog = true }, [.. results.Select(one => Line(one, point => point.PerItem))]),
            LineChart.Draw("Fraction of the FMA peak, by the size of what grows", Size, new("fraction of the FMA peak [%]") { Range = (0, 100) }, [.. results.Select(one => Line(one, point => 100 * point.OfPeak))]),
        ],
        Grids = [.. results.Select(one => (one.Sweep.Name, GridOf(one)))],
        Notes = [Note],
    };

    private static Axis Size => new("size of what grows (batch, hidden units, steps, networks, bodies)") { IsLog = true };

    private static void Measure(Sweep sweep, double seconds, Dictionary<(Sweep, int), (Blocks Blocks, double Flops)> measured)
    {
        foreach (var size in sweep.Sizes)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sweep.Name}: {size}"));
            using var work = sweep.Make(size);
            Clock.Warm(work.Run);
            measured.TryAdd((sweep, size), (new(), work.Flops));
            measured[(sweep, size)].Blocks.Add(Clock.Measure(work.Run, seconds));
        }
    }

    private static SweepPoint Point(Sweep sweep, int size, (Blocks Blocks, double Flops) measured, double peak) =>
        new(size, measured.Blocks.Best, sweep.Items(size), measured.Flops / measured.Blocks.Best / peak);

    private static (string Name, double[] X, double[] Y) Line((Sweep Sweep, List<SweepPoint> Points) result, Func<SweepPoint, double> value) =>
        ($"{result.Sweep.Name}, {result.Sweep.Item}", [.. result.Points.Select(point => (double)point.Size)], [.. result.Points.Select(value)]);

    private static Grid GridOf((Sweep Sweep, List<SweepPoint> Points) result) => new(
        ["size", "whole work", result.Sweep.Item, "of peak"],
        [.. result.Points.Select(point => (string[])[Amounts.Count(point.Size), Amounts.Time(point.Run), Amounts.Time(point.PerItem), Amounts.Percent(point.OfPeak)])]);
}
