using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>
/// Sums of one layer over a block of lanes, y = W·x + b, lanes beside each other. Weights lie in panels of eight outputs,
/// [outputs / 8][inputs][8], activations as [feature][lanes]. As many sums as the machine has registers for stay in them
/// while the inputs run past, so that each number loaded serves several multiplications.
/// </summary>
internal static unsafe class DenseSums<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="weights">One panel [inputs][8].</param>
    /// <param name="bias">Eight numbers that the sums begin with.</param>
    /// <param name="x">Inputs [inputs][lanes].</param>
    /// <param name="y">Outputs [8][lanes].</param>
    /// <param name="size">Inputs, and lanes (a multiple of two vectors).</param>
    internal static void Panel(float* weights, float* bias, float* x, float* y, (int Inputs, int Lanes) size)
    {
        if (S.Registers >= 32)
        {
            EightByTwo(weights, bias, x, y, size);
        }
        else
        {
            FourByTwo(weights, bias, x, y, size);
            FourByTwo(weights + 4, bias + 4, x, y + (4 * size.Lanes), size);
        }
    }

    /// <summary>Eight outputs by two vectors of lanes: 16 sums, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwo(float* weights, float* bias, float* x, float* y, (int Inputs, int Lanes) size)
    {
        for (var lane = 0; lane < size.Lanes; lane += 2 * S.Lanes)
        {
            V a0 = S.Of(bias[0]), a1 = a0;
            V b0 = S.Of(bias[1]), b1 = b0;
            V c0 = S.Of(bias[2]), c1 = c0;
            V d0 = S.Of(bias[3]), d1 = d0;
            V e0 = S.Of(bias[4]), e1 = e0;
            V f0 = S.Of(bias[5]), f1 = f0;
            V g0 = S.Of(bias[6]), g1 = g0;
            V h0 = S.Of(bias[7]), h1 = h0;
            var w = weights;
            var p = x + lane;
            for (var left = size.Inputs; left > 0; left--)
            {
                var (near, far) = (S.Load(p), S.Load(p + S.Lanes));
                var weight = S.Of(w[0]);
                a0 = S.MultiplyAdd(weight, near, a0);
                a1 = S.MultiplyAdd(weight, far, a1);
                weight = S.Of(w[1]);
                b0 = S.MultiplyAdd(weight, near, b0);
                b1 = S.MultiplyAdd(weight, far, b1);
                weight = S.Of(w[2]);
                c0 = S.MultiplyAdd(weight, near, c0);
                c1 = S.MultiplyAdd(weight, far, c1);
                weight = S.Of(w[3]);
                d0 = S.MultiplyAdd(weight, near, d0);
                d1 = S.MultiplyAdd(weight, far, d1);
                weight = S.Of(w[4]);
                e0 = S.MultiplyAdd(weight, near, e0);
                e1 = S.MultiplyAdd(weight, far, e1);
                weight = S.Of(w[5]);
                f0 = S.MultiplyAdd(weight, near, f0);
                f1 = S.MultiplyAdd(weight, far, f1);
                weight = S.Of(w[6]);
                g0 = S.MultiplyAdd(weight, near, g0);
                g1 = S.MultiplyAdd(weight, far, g1);
                weight = S.Of(w[7]);
                h0 = S.MultiplyAdd(weight, near, h0);
                h1 = S.MultiplyAdd(weight, far, h1);
                w += 8;
                p += size.Lanes;
            }

            var to = y + lane;
            Store(a0, a1, to);
            Store(b0, b1, to + (1 * size.Lanes));
            Store(c0, c1, to + (2 * size.Lanes));
            Store(d0, d1, to + (3 * size.Lanes));
            Store(e0, e1, to + (4 * size.Lanes));
            Store(f0, f1, to + (5 * size.Lanes));
            Store(g0, g1, to + (6 * size.Lanes));
            Store(h0, h1, to + (7 * size.Lanes));
        }
    }

    /// <summary>Four outputs by two vectors of lanes: 8 sums, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(float* weights, float* bias, float* x, float* y, (int Inputs, int Lanes) size)
    {
        for (var lane = 0; lane < size.Lanes; lane += 2 * S.Lanes)
        {
            V a0 = S.Of(bias[0]), a1 = a0;
            V b0 = S.Of(bias[1]), b1 = b0;
            V c0 = S.Of(bias[2]), c1 = c0;
            V d0 = S.Of(bias[3]), d1 = d0;
            var w = weights;
            var p = x + lane;
            for (var left = size.Inputs; left > 0; left--)
            {
                var (near, far) = (S.Load(p), S.Load(p + S.Lanes));
                var weight = S.Of(w[0]);
                a0 = S.MultiplyAdd(weight, near, a0);
                a1 = S.MultiplyAdd(weight, far, a1);
                weight = S.Of(w[1]);
                b0 = S.MultiplyAdd(weight, near, b0);
                b1 = S.MultiplyAdd(weight, far, b1);
                weight = S.Of(w[2]);
                c0 = S.MultiplyAdd(weight, near, c0);
                c1 = S.MultiplyAdd(weight, far, c1);
                weight = S.Of(w[3]);
                d0 = S.MultiplyAdd(weight, near, d0);
                d1 = S.MultiplyAdd(weight, far, d1);
                w += 8;
                p += size.Lanes;
            }

            var to = y + lane;
            Store(a0, a1, to);
            Store(b0, b1, to + (1 * size.Lanes));
            Store(c0, c1, to + (2 * size.Lanes));
            Store(d0, d1, to + (3 * size.Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V near, V far, float* to)
    {
        S.Store(near, to);
        S.Store(far, to + S.Lanes);
    }
}
