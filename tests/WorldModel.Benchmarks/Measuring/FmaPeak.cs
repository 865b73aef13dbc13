using System.Diagnostics;
using System.Runtime.Intrinsics;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Measuring;

/// <summary>The most that this machine multiplies and adds a second, in vectors of the width that kernels use.</summary>
internal sealed class FmaPeak
{
    private const int Rounds = 200_000;
    private const int Loops = 64; // about a block

    private readonly Dictionary<int, double> best = [];
    private static volatile float kept;

    /// <summary>Operations a second on so many threads, the best so far; 0 before it was measured.</summary>
    internal double Of(int threads) => best.GetValueOrDefault(threads);

    /// <summary>Measures once more and keeps the best block.</summary>
    internal void Measure(int threads, double seconds)
    {
        using Barrier together = new(threads);
        var times = new double[threads][];
        Thread[] running = [.. Enumerable.Range(0, threads).Select(number => new Thread(() => times[number] = Blocks(together, seconds)))];
        Array.ForEach(running, thread => thread.Start());
        Array.ForEach(running, thread => thread.Join());

        // A block is over when its slowest thread is.
        var blocks = Enumerable.Range(0, times.Min(one => one.Length)).Select(block => times.Max(one => one[block]));
        best[threads] = Math.Max(Of(threads), threads * Flops() / blocks.Min());
    }

    private static double[] Blocks(Barrier together, double seconds)
    {
        Clock.Warm(Loop);
        var count = Math.Max(3, (int)(seconds / Clock.Block));
        var times = new double[count];
        for (var block = 0; block < count; block++)
        {
            together.SignalAndWait();
            var start = Stopwatch.GetTimestamp();
            for (var loop = 0; loop < Loops; loop++)
            {
                Loop();
            }

            times[block] = Stopwatch.GetElapsedTime(start).TotalSeconds / Loops;
        }

        return times;
    }

    private static void Loop() => kept += SimdWidths.Chosen switch
    {
        SimdWidth.Bits512 => FmaLoop<Simd512, Vector512<float>>.Run(Rounds),
        SimdWidth.Bits256 => FmaLoop<Simd256, Vector256<float>>.Run(Rounds),
        _ => FmaLoop<Simd128, Vector128<float>>.Run(Rounds),
    };

    private static double Flops() => SimdWidths.Chosen switch
    {
        SimdWidth.Bits512 => FmaLoop<Simd512, Vector512<float>>.Flops(Rounds),
        SimdWidth.Bits256 => FmaLoop<Simd256, Vector256<float>>.Flops(Rounds),
        _ => FmaLoop<Simd128, Vector128<float>>.Flops(Rounds),
    };
}
