using System.Diagnostics;

namespace WorldModel.Benchmarks.Measuring;

/// <summary>
/// Measures runs in blocks. Before, it lets them run until the runtime has compiled them for good: it does so in the
/// background, from the thirtieth call on and a tenth of a second after the last new method was met.
/// </summary>
internal static class Clock
{
    /// <summary>Length of a block [s]: far above the clock's own grain, and short enough that some meet an idle machine.</summary>
    internal const double Block = 0.03;

    private const double WarmUp = 0.4;
    private const double LongestWarmUp = 3;
    private const int FewestRuns = 70;

    internal static void Warm(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var runs = 0; Elapsed(start) < WarmUp || (runs < FewestRuns && Elapsed(start) < LongestWarmUp); runs++)
        {
            run();
        }
    }

    /// <summary>Times of one run, a block each [s]; at least two.</summary>
    /// <param name="run">What is measured.</param>
    /// <param name="seconds">How long to go on [s].</param>
    internal static double[] Measure(Action run, double seconds)
    {
        var runs = RunsOfBlock(run);
        List<double> times = [];
        for (var start = Stopwatch.GetTimestamp(); times.Count < 2 || Elapsed(start) < seconds;)
        {
            times.Add(Time(run, runs) / runs);
        }

        return [.. times];
    }

    private static int RunsOfBlock(Action run)
    {
        var runs = 1;
        for (var time = Time(run, 1); time < Block / 4 && runs < int.MaxValue / 8; time = Time(run, runs))
        {
            runs = time > Block / 1000 ? (int)Math.Ceiling(runs * Block / time) : runs * 8;
        }

        return runs;
    }

    private static double Time(Action run, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < runs; i++)
        {
            run();
        }

        return Elapsed(start);
    }

    private static double Elapsed(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
