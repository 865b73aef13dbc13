using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Benchmarks.Works;
using WorldModel.Native;

namespace WorldModel.Benchmarks.Planning;

/// <summary>How many plans a second there are, and how close their rollouts come to what the machine can do.</summary>
internal static class PlanningRun
{
    private const double LeastPlans = 20, LeastOfPeak = 0.5;
    private static readonly (int Width, int Depth)[] Sizes = [(64, 2), (200, 3)];

    /// <summary>Prints the table; 1 where small networks plan too seldom on the most threads, or large ones are too far from the peak.</summary>
    internal static int Run((double Seconds, int Rounds) time)
    {
        TorchLibrary.EnsureLoaded();
        var works = Sizes.ToDictionary(size => size, size => PlanningWork.Of(size.Width, size.Depth));
        int[] threads = [.. new[] { 1, Math.Min(2, Environment.ProcessorCount) }.Distinct()];
        var rows = Sizes.SelectMany(size => works[size].SelectMany(work => threads.Select(count => (Size: size, Row: new PlanningRow(work, count))))).ToList();
        FmaPeak peak = new();
        for (var round = 0; round < time.Rounds; round++)
        {
            Array.ForEach(threads, count => peak.Measure(count, time.Seconds));
            rows.ForEach(one => Measure(one.Row, time.Seconds));
        }

        string[] facts = [.. Machine.Facts(), .. threads.Select(count => $"{count} of the threads: FMA peak {Amounts.GigaFlops(peak.Of(count))}")];
        Console.WriteLine(string.Join('\n', [.. facts, "", new Grid(PlanningRow.Head, [.. rows.Select(one => one.Row.Cells(peak.Of(one.Row.Threads)))]).ToText()]));
        works.Values.SelectMany(all => all).ToList().ForEach(work => work.Dispose());
        var most = rows.Where(one => one.Row.Threads == threads[^1]).ToList();
        return most.TrueForAll(one => one.Size == Sizes[0] ? one.Row.PlansASecond >= LeastPlans : one.Row.RolloutsOf(peak.Of(threads[^1])) >= LeastOfPeak) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Measure(PlanningRow row, double seconds)
    {
        ThreadChoice.Use(row.Threads);
        set_num_threads(1); // libtorch has little to do here, and its threads would stand in the way of the kernels'
        row.Measure(seconds);
    }
}
