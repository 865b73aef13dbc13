using System.Runtime.Intrinsics;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Kernels;

namespace WorldModel.Tests.Benchmarks;

public sealed class FmaTests
{
    private const int Rounds = 700;

    // Each of the twelve sums s ← 0.999·s + 0.001 is 1 − 0.999ⁿ after n rounds.
    private static readonly double Sum = 1 - Math.Pow(0.999, Rounds);

    [Fact]
    public void All_sums_are_really_computed()
    {
        Assert.Equal(12 * 4 * Sum, FmaLoop<Simd128, Vector128<float>>.Run(Rounds), 1e-2);
        Assert.Equal(12 * 8 * Sum, FmaLoop<Simd256, Vector256<float>>.Run(Rounds), 1e-2);
        Assert.Equal(12 * 16 * Sum, FmaLoop<Simd512, Vector512<float>>.Run(Rounds), 1e-2);
    }

    [Fact]
    public void An_operation_is_counted_as_two() =>
        Assert.Equal(2 * 12 * 8 * Rounds, FmaLoop<Simd256, Vector256<float>>.Flops(Rounds));

    [Fact]
    public void The_peak_is_known_only_for_threads_that_were_measured()
    {
        FmaPeak peak = new();
        peak.Measure(threads: 2, seconds: 0.01);
        Assert.Equal(0, peak.Of(threads: 1));
        Assert.True(peak.Of(threads: 2) > 0);
    }
}
