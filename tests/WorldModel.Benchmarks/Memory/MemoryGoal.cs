using System.Globalization;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Memory;

/// <summary>Resident memory over 20 000 training steps by TorchSharp, where every forgotten tensor would show.</summary>
internal static class MemoryGoal
{
    private const int Steps = 20_000;
    private const double MostGrowth = 64;

    /// <summary>Measures and says it in a sentence.</summary>
    internal static string Measure()
    {
        ThreadChoice.Use(1);
        using var work = TorchTraining.Make(128, 2, 64);
        work.Run();
        var before = ResidentMemory.Megabytes();
        for (var step = 1; step < Steps; step++)
        {
            work.Run();
        }

        return Say(before, ResidentMemory.Megabytes());
    }

    internal static string Say(double before, double after) => string.Create(
        CultureInfo.InvariantCulture,
        $"Resident memory over {Steps} training steps by TorchSharp with our Adam, 2×128, batch 64: {Amounts.Megabytes(before)} to {Amounts.Megabytes(after)}, a growth of {after - before:0.0} MB; goal at most {MostGrowth} MB: {(after - before <= MostGrowth ? "reached" : "not reached")}.");
}
