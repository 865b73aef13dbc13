using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>
/// One tile of a weight gradient: eight inputs by one or two columns of outputs. Its sums over the lanes stay in
/// registers and are added to memory once.
/// </summary>
internal static unsafe class DenseTile<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="isPair">Whether the next column of outputs belongs to the tile too.</param>
    /// <param name="column">Gradients of outputs [lanes][vector], the next column behind it.</param>
    /// <param name="x">Inputs [8][lanes].</param>
    /// <param name="gradient">Added to: [8] of each input, groups of eight outputs apart.</param>
    /// <param name="size">Lanes, and floats from a group of eight outputs to the next.</param>
    internal static void Add(bool isPair, float* column, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        if (!isPair)
        {
            EightByOne(column, x, gradient, size);
        }
        else if (S.Registers >= 32)
        {
            EightByTwo(column, x, gradient, size);
        }
        else
        {
            FourByTwo(column, x, gradient, size);
            FourByTwo(column, x + (4 * size.Lanes), gradient + 32, size);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwo(float* column, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        V a0 = S.Zero, a1 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero;
        V c0 = S.Zero, c1 = S.Zero;
        V d0 = S.Zero, d1 = S.Zero;
        V e0 = S.Zero, e1 = S.Zero;
        V f0 = S.Zero, f1 = S.Zero;
        V g0 = S.Zero, g1 = S.Zero;
        V h0 = S.Zero, h1 = S.Zero;
        var lanes = size.Lanes;
        var next = (nint)lanes * S.Lanes;
        for (var left = lanes; left > 0; left--)
        {
            var (near, far) = (S.Load(column), S.Load(column + next));
            var input = S.Of(x[0]);
            a0 = S.MultiplyAdd(input, near, a0);
            a1 = S.MultiplyAdd(input, far, a1);
            input = S.Of(x[lanes]);
            b0 = S.MultiplyAdd(input, near, b0);
            b1 = S.MultiplyAdd(input, far, b1);
            input = S.Of(x[2 * lanes]);
            c0 = S.MultiplyAdd(input, near, c0);
            c1 = S.MultiplyAdd(input, far, c1);
            input = S.Of(x[3 * lanes]);
            d0 = S.MultiplyAdd(input, near, d0);
            d1 = S.MultiplyAdd(input, far, d1);
            input = S.Of(x[4 * lanes]);
            e0 = S.MultiplyAdd(input, near, e0);
            e1 = S.MultiplyAdd(input, far, e1);
            input = S.Of(x[5 * lanes]);
            f0 = S.MultiplyAdd(input, near, f0);
            f1 = S.MultiplyAdd(input, far, f1);
            input = S.Of(x[6 * lanes]);
            g0 = S.MultiplyAdd(input, near, g0);
            g1 = S.MultiplyAdd(input, far, g1);
            input = S.Of(x[7 * lanes]);
            h0 = S.MultiplyAdd(input, near, h0);
            h1 = S.MultiplyAdd(input, far, h1);
            column += S.Lanes;
            x++;
        }

        S.AddToEights(a0, gradient, size.Group, 0);
        S.AddToEights(a1, gradient, size.Group, 1);
        S.AddToEights(b0, gradient + 8, size.Group, 0);
        S.AddToEights(b1, gradient + 8, size.Group, 1);
        S.AddToEights(c0, gradient + 16, size.Group, 0);
        S.AddToEights(c1, gradient + 16, size.Group, 1);
        S.AddToEights(d0, gradient + 24, size.Group, 0);
        S.AddToEights(d1, gradient + 24, size.Group, 1);
        S.AddToEights(e0, gradient + 32, size.Group, 0);
        S.AddToEights(e1, gradient + 32, size.Group, 1);
        S.AddToEights(f0, gradient + 40, size.Group, 0);
        S.AddToEights(f1, gradient + 40, size.Group, 1);
        S.AddToEights(g0, gradient + 48, size.Group, 0);
        S.AddToEights(g1, gradient + 48, size.Group, 1);
        S.AddToEights(h0, gradient + 56, size.Group, 0);
        S.AddToEights(h1, gradient + 56, size.Group, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(float* column, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        V a0 = S.Zero, a1 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero;
        V c0 = S.Zero, c1 = S.Zero;
        V d0 = S.Zero, d1 = S.Zero;
        var lanes = size.Lanes;
        var next = (nint)lanes * S.Lanes;
        for (var left = lanes; left > 0; left--)
        {
            var (near, far) = (S.Load(column), S.Load(column + next));
            var input = S.Of(x[0]);
            a0 = S.MultiplyAdd(input, near, a0);
            a1 = S.MultiplyAdd(input, far, a1);
            input = S.Of(x[lanes]);
            b0 = S.MultiplyAdd(input, near, b0);
            b1 = S.MultiplyAdd(input, far, b1);
            input = S.Of(x[2 * lanes]);
            c0 = S.MultiplyAdd(input, near, c0);
            c1 = S.MultiplyAdd(input, far, c1);
            input = S.Of(x[3 * lanes]);
            d0 = S.MultiplyAdd(input, near, d0);
            d1 = S.MultiplyAdd(input, far, d1);
            column += S.Lanes;
            x++;
        }

        S.AddToEights(a0, gradient, size.Group, 0);
        S.AddToEights(a1, gradient, size.Group, 1);
        S.AddToEights(b0, gradient + 8, size.Group, 0);
        S.AddToEights(b1, gradient + 8, size.Group, 1);
        S.AddToEights(c0, gradient + 16, size.Group, 0);
        S.AddToEights(c1, gradient + 16, size.Group, 1);
        S.AddToEights(d0, gradient + 24, size.Group, 0);
        S.AddToEights(d1, gradient + 24, size.Group, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByOne(float* column, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        V a0 = S.Zero;
        V b0 = S.Zero;
        V c0 = S.Zero;
        V d0 = S.Zero;
        V e0 = S.Zero;
        V f0 = S.Zero;
        V g0 = S.Zero;
        V h0 = S.Zero;
        var lanes = size.Lanes;
        for (var left = lanes; left > 0; left--)
        {
            var near = S.Load(column);
            var input = S.Of(x[0]);
            a0 = S.MultiplyAdd(input, near, a0);
            input = S.Of(x[lanes]);
            b0 = S.MultiplyAdd(input, near, b0);
            input = S.Of(x[2 * lanes]);
            c0 = S.MultiplyAdd(input, near, c0);
            input = S.Of(x[3 * lanes]);
            d0 = S.MultiplyAdd(input, near, d0);
            input = S.Of(x[4 * lanes]);
            e0 = S.MultiplyAdd(input, near, e0);
            input = S.Of(x[5 * lanes]);
            f0 = S.MultiplyAdd(input, near, f0);
            input = S.Of(x[6 * lanes]);
            g0 = S.MultiplyAdd(input, near, g0);
            input = S.Of(x[7 * lanes]);
            h0 = S.MultiplyAdd(input, near, h0);
            column += S.Lanes;
            x++;
        }

        S.AddToEights(a0, gradient, size.Group, 0);
        S.AddToEights(b0, gradient + 8, size.Group, 0);
        S.AddToEights(c0, gradient + 16, size.Group, 0);
        S.AddToEights(d0, gradient + 24, size.Group, 0);
        S.AddToEights(e0, gradient + 32, size.Group, 0);
        S.AddToEights(f0, gradient + 40, size.Group, 0);
        S.AddToEights(g0, gradient + 48, size.Group, 0);
        S.AddToEights(h0, gradient + 56, size.Group, 0);
    }
}
