using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Coverage;

/// <summary>How often a 90 % interval holds the truth, and whether the standard error is the spread of the estimates.</summary>
internal static class CoverageRun
{
    /// <summary>Estimates of an unknown over repeats with fresh noise and lost readings.</summary>
    internal static IReadOnlyList<CoverageRow> Measure(CoverageCase of, int repeats)
    {
        using var scope = NewDisposeScope();
        Sensor sensor = new() { Noise = of.Noise, DropOut = 0.1 };
        CalibrationResult[] found = [.. Enumerable.Range(1, repeats).Select(seed => Calibration.Fit(of.Unknowns, sensor.Observe(of.Runs, seed), of.Twin, options: new(Starts: 2, Epochs: 2)))];
        return [.. of.Unknowns.Select((_, i) => CoverageRow.Of(of, i, [.. found.Select(one => one.Estimates[i])]))];
    }

    /// <summary>Prints the table; 1 where an interval covers less than 85 or more than 95 % of the time.</summary>
    internal static int Run(int repeats)
    {
        Console.WriteLine($"{"unknown",-20}{"covered",10}{"of",6}{"share",9}{"90 % sure of the share",26}{"error/spread",14}{"bias/spread",13}");
        List<CoverageRow> rows = [];
        foreach (var one in CoverageCase.All)
        {
            rows.AddRange(Measure(one, repeats));
            rows.TakeLast(one.Unknowns.Length).ToList().ForEach(row => Console.WriteLine(Line(row)));
        }

        return rows.TrueForAll(row => row.Share is >= 0.85 and <= 0.95) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Line(CoverageRow row)
    {
        var (low, high) = row.Sure;
        return string.Create(CultureInfo.InvariantCulture, $"{row.Name,-20}{row.Covered,10}{row.Repeats,6}{row.Share,9:p1}{$"{low:p1} to {high:p1}",26}{row.ErrorOverSpread,14:f2}{row.BiasOverSpread,13:f2}");
    }
}
