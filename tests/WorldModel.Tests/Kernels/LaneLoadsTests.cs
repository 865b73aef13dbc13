using System.Runtime.Intrinsics;
using CsCheck;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class LaneLoadsTests
{
    private static readonly Gen<(int Runs, int Numbers)> Sizes = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 9]);

    [Fact]
    public void Lanes_without_a_run_hold_the_last_one_512_bits_wide() => Sizes.Sample(size => RepeatsTheLast<Vector512<float>>(size, shared: false));

    [Fact]
    public void Lanes_without_a_run_hold_the_last_one_128_bits_wide() => Sizes.Sample(size => RepeatsTheLast<Vector128<float>>(size, shared: false));

    [Fact]
    public void All_runs_may_share_their_numbers() => Sizes.Sample(size => RepeatsTheLast<Vector256<float>>(size, shared: true));

    [Fact]
    public void What_was_gathered_is_scattered_to_where_it_came_from() => Sizes.Sample(size =>
    {
        float[] from = [.. Enumerable.Range(0, size.Runs * size.Numbers)];
        var to = new float[from.Length];
        using NativeFloats vectors = new((size.Runs + 7) * size.Numbers);
        fixed (float* source = from, target = to)
        {
            LaneLoads<Vector256<float>>.Gather(source, size.Numbers, (Vector256<float>*)vectors.Pointer, size.Numbers, size);
            LaneLoads<Vector256<float>>.Scatter((Vector256<float>*)vectors.Pointer, size.Numbers, target, size.Numbers, size);
        }

        return from.AsSpan().SequenceEqual(to);
    });

    private static bool RepeatsTheLast<T>((int Runs, int Numbers) size, bool shared) where T : unmanaged
    {
        var lanes = LaneLoads<T>.Lanes;
        float[] from = [.. Enumerable.Range(1, size.Runs * size.Numbers)];
        var all = (size.Runs + lanes - 1) / lanes * lanes;
        using NativeFloats vectors = new(all * size.Numbers);
        fixed (float* source = from)
        {
            LaneLoads<T>.Gather(source, shared ? 0 : size.Numbers, (T*)vectors.Pointer, size.Numbers, size);
        }

        return Enumerable.Range(0, all * size.Numbers).All(i =>
        {
            var (run, number) = (i / size.Numbers, i % size.Numbers);
            var found = vectors.Pointer[(((run / lanes * size.Numbers) + number) * lanes) + (run % lanes)];
            return found == (shared ? number : (Math.Min(run, size.Runs - 1) * size.Numbers) + number) + 1;
        });
    }
}
