using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Native;

namespace WorldModel.Benchmarks.Memory;

/// <summary>Lets each probe go on, prints resident memory ten times, and says at the end whether it stayed flat.</summary>
internal static class MemoryRun
{
    private const int Samples = 10;

    internal static int Run(NamePattern only, int steps, double bound, string folder)
    {
        TorchLibrary.EnsureLoaded();
        MemoryLog[] logs = [.. only.Choose(MemoryProbes.All, probe => probe.Name).Select(probe => Watch(probe, Whole(steps)))];
        string[] verdicts = [.. logs.Select(log => log.Say(bound))];
        Report report = new("Resident memory over many steps")
        {
            Figures = [LineChart.Draw("Resident memory", new("steps"), new("resident memory [MB]") { Range = (0, 1.1 * logs.Max(log => log.Samples.Max(sample => sample.Megabytes))) }, [.. logs.Select(Line)])],
            Grids = [("Samples", GridOf(logs))],
            Notes = verdicts,
        };
        Console.WriteLine(string.Join('\n', ["", .. verdicts, .. report.Write(folder, "memory")]));
        return logs.All(log => log.Growth <= bound) ? ExitCode.Done : ExitCode.Failed;
    }

    // A sample needs whole chunks.
    private static int Whole(int steps) => Math.Max(1, steps / (Samples * MemoryProbes.Chunk)) * MemoryProbes.Chunk;

    private static MemoryLog Watch(MemoryProbe probe, int stepsOfSample)
    {
        MemoryLog log = new(probe.Name);
        var go = probe.Make();
        for (var sample = 1L; sample <= Samples; sample++)
        {
            go(stepsOfSample);
            log.Add(sample * stepsOfSample, ResidentMemory.Megabytes());
            Console.WriteLine($"{probe.Name}: {Amounts.Count(sample * stepsOfSample)} steps, {Amounts.Megabytes(log.Samples[^1].Megabytes)}");
        }

        return log;
    }

    private static (string Name, double[] X, double[] Y) Line(MemoryLog log) =>
        (log.Name, [.. log.Samples.Select(sample => (double)sample.Steps)], [.. log.Samples.Select(sample => sample.Megabytes)]);

    private static Grid GridOf(MemoryLog[] logs) => new(
        ["steps", .. logs.Select(log => log.Name)],
        [.. logs[0].Samples.Select((first, i) => (string[])[Amounts.Count(first.Steps), .. logs.Select(log => Amounts.Megabytes(log.Samples[i].Megabytes))])]);
}
