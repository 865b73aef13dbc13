using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>
/// Sums of one layer over two vectors of lanes, y = W·x + b, lanes beside each other. Weights lie in panels of eight
/// outputs, [outputs / 8][inputs][8]. As many sums as the machine has registers for stay in them while the inputs run past,
/// so that each number loaded serves several multiplications.
/// </summary>
internal static unsafe class DenseSums<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="weights">One panel [inputs][8].</param>
    /// <param name="bias">Eight numbers that the sums begin with.</param>
    /// <param name="x">Inputs [inputs][two vectors].</param>
    /// <param name="y">Outputs, eight rows of two vectors.</param>
    /// <param name="size">Inputs, and floats from a row of outputs to the next.</param>
    internal static void Panel(float* weights, float* bias, float* x, float* y, (int Inputs, nint Row) size)
    {
        if (S.Registers >= 32)
        {
            EightByTwo(weights, bias, x, y, size);
        }
        else
        {
            FourByTwo(weights, bias, x, y, size);
            FourByTwo(weights + 4, bias + 4, x, y + (4 * size.Row), size);
        }
    }

    /// <summary>Eight outputs by two vectors of lanes: 16 sums, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwo(float* weights, float* bias, float* x, float* y, (int Inputs, nint Row) size)
    {
        V a0 = S.Of(bias[0]), a1 = a0;
        V b0 = S.Of(bias[1]), b1 = b0;
        V c0 = S.Of(bias[2]), c1 = c0;
        V d0 = S.Of(bias[3]), d1 = d0;
        V e0 = S.Of(bias[4]), e1 = e0;
        V f0 = S.Of(bias[5]), f1 = f0;
        V g0 = S.Of(bias[6]), g1 = g0;
        V h0 = S.Of(bias[7]), h1 = h0;
        for (var left = size.Inputs; left > 0; left--)
        {
            var (near, far) = (S.Load(x), S.Load(x + S.Lanes));
            var weight = S.Of(weights[0]);
            a0 = S.MultiplyAdd(weight, near, a0);
            a1 = S.MultiplyAdd(weight, far, a1);
            weight = S.Of(weights[1]);
            b0 = S.MultiplyAdd(weight, near, b0);
            b1 = S.MultiplyAdd(weight, far, b1);
            weight = S.Of(weights[2]);
            c0 = S.MultiplyAdd(weight, near, c0);
            c1 = S.MultiplyAdd(weight, far, c1);
            weight = S.Of(weights[3]);
            d0 = S.MultiplyAdd(weight, near, d0);
            d1 = S.MultiplyAdd(weight, far, d1);
            weight = S.Of(weights[4]);
            e0 = S.MultiplyAdd(weight, near, e0);
            e1 = S.MultiplyAdd(weight, far, e1);
            weight = S.Of(weights[5]);
            f0 = S.MultiplyAdd(weight, near, f0);
            f1 = S.MultiplyAdd(weight, far, f1);
            weight = S.Of(weights[6]);
            g0 = S.MultiplyAdd(weight, near, g0);
            g1 = S.MultiplyAdd(weight, far, g1);
            weight = S.Of(weights[7]);
            h0 = S.MultiplyAdd(weight, near, h0);
            h1 = S.MultiplyAdd(weight, far, h1);
            weights += 8;
            x += 2 * S.Lanes;
        }

        Store(a0, a1, y);
        Store(b0, b1, y + size.Row);
        Store(c0, c1, y + (2 * size.Row));
        Store(d0, d1, y + (3 * size.Row));
        Store(e0, e1, y + (4 * size.Row));
        Store(f0, f1, y + (5 * size.Row));
        Store(g0, g1, y + (6 * size.Row));
        Store(h0, h1, y + (7 * size.Row));
    }

    /// <summary>Four outputs by two vectors of lanes: 8 sums, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(float* weights, float* bias, float* x, float* y, (int Inputs, nint Row) size)
    {
        V a0 = S.Of(bias[0]), a1 = a0;
        V b0 = S.Of(bias[1]), b1 = b0;
        V c0 = S.Of(bias[2]), c1 = c0;
        V d0 = S.Of(bias[3]), d1 = d0;
        for (var left = size.Inputs; left > 0; left--)
        {
            var (near, far) = (S.Load(x), S.Load(x + S.Lanes));
            var weight = S.Of(weights[0]);
            a0 = S.MultiplyAdd(weight, near, a0);
            a1 = S.MultiplyAdd(weight, far, a1);
            weight = S.Of(weights[1]);
            b0 = S.MultiplyAdd(weight, near, b0);
            b1 = S.MultiplyAdd(weight, far, b1);
            weight = S.Of(weights[2]);
            c0 = S.MultiplyAdd(weight, near, c0);
            c1 = S.MultiplyAdd(weight, far, c1);
            weight = S.Of(weights[3]);
            d0 = S.MultiplyAdd(weight, near, d0);
            d1 = S.MultiplyAdd(weight, far, d1);
            weights += 8;
            x += 2 * S.Lanes;
        }

        Store(a0, a1, y);
        Store(b0, b1, y + size.Row);
        Store(c0, c1, y + (2 * size.Row));
        Store(d0, d1, y + (3 * size.Row));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V near, V far, float* to)
    {
        S.Store(near, to);
        S.Store(far, to + S.Lanes);
    }
}
