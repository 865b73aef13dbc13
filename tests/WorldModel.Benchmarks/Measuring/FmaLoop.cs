using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Measuring;

/// <summary>
/// Multiplications with additions and nothing else: twelve sums that do not wait for each other, enough for two units of
/// five cycles each, and few enough for the sixteen registers of AVX2. The best that a kernel could ever reach.
/// </summary>
internal static class FmaLoop<S, V> where S : struct, ISimd<V> where V : struct
{
    private const int Sums = 12;

    /// <summary>Floating-point operations of so many rounds.</summary>
    internal static double Flops(int rounds) => 2.0 * Sums * S.Lanes * rounds;

    internal static float Run(int rounds)
    {
        var (shrink, add) = (S.Of(0.999f), S.Of(0.001f));
        V a = S.Zero, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a, k = a, l = a;
        for (var round = 0; round < rounds; round++)
        {
            a = S.MultiplyAdd(a, shrink, add);
            b = S.MultiplyAdd(b, shrink, add);
            c = S.MultiplyAdd(c, shrink, add);
            d = S.MultiplyAdd(d, shrink, add);
            e = S.MultiplyAdd(e, shrink, add);
            f = S.MultiplyAdd(f, shrink, add);
            g = S.MultiplyAdd(g, shrink, add);
            h = S.MultiplyAdd(h, shrink, add);
            i = S.MultiplyAdd(i, shrink, add);
            j = S.MultiplyAdd(j, shrink, add);
            k = S.MultiplyAdd(k, shrink, add);
            l = S.MultiplyAdd(l, shrink, add);
        }

        var half = S.Add(S.Add(S.Add(a, b), S.Add(c, d)), S.Add(e, f));
        return S.Sum(S.Add(half, S.Add(S.Add(S.Add(g, h), S.Add(i, j)), S.Add(k, l))));
    }
}
