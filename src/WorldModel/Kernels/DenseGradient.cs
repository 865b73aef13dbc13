namespace WorldModel.Kernels;

/// <summary>
/// Gradient of one layer's weights over a block of lanes: dW += dy·xᵀ. The outputs' gradients come turned, so that a
/// vector holds outputs and not lanes, and the sum over lanes needs no sum across a vector.
/// </summary>
internal static unsafe class DenseGradient<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <summary>Outputs that are worked on together.</summary>
    internal static int Tile => S.Across * S.Lanes;

    /// <param name="turned">Gradients of the outputs as tiles [N / Tile][lanes][Tile]; the last tile is filled up with zeros.</param>
    /// <param name="x">Inputs [K][lanes].</param>
    /// <param name="gradient">Added to: [outputs / 8][K][8], room for whole tiles.</param>
    /// <param name="size">Inputs K, outputs N (both multiples of 8) and lanes.</param>
    internal static void AddWeights(float* turned, float* x, float* gradient, (int Inputs, int Outputs, int Lanes) size)
    {
        var group = (nint)size.Inputs * 8;
        for (var output = 0; output < size.Outputs; output += Tile)
        {
            for (var input = 0; input < size.Inputs; input += 8)
            {
                var tile = turned + ((nint)output * size.Lanes);
                var from = x + ((nint)input * size.Lanes);
                var to = gradient + (output / 8 * group) + (8 * input);
                if (S.Across == 2)
                {
                    EightByTwo(tile, from, to, (size.Lanes, group));
                }
                else
                {
                    EightByOne(tile, from, to, (size.Lanes, group));
                }
            }
        }
    }

    /// <summary>db += sum of dy over the lanes.</summary>
    internal static void AddBias(float* gradients, float* to, int outputs, int lanes)
    {
        for (var output = 0; output < outputs; output++, gradients += lanes)
        {
            var sum = S.Load(gradients);
            for (var lane = S.Lanes; lane < lanes; lane += S.Lanes)
            {
                sum = S.Add(sum, S.Load(gradients + lane));
            }

            to[output] += S.Sum(sum);
        }
    }

    private static void EightByTwo(float* tile, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        V a0 = S.Zero, a1 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero;
        V c0 = S.Zero, c1 = S.Zero;
        V d0 = S.Zero, d1 = S.Zero;
        V e0 = S.Zero, e1 = S.Zero;
        V f0 = S.Zero, f1 = S.Zero;
        V g0 = S.Zero, g1 = S.Zero;
        V h0 = S.Zero, h1 = S.Zero;
        var step = size.Lanes;
        for (var lane = 0; lane < step; lane++)
        {
            var near = S.Load(tile);
            var far = S.Load(tile + S.Lanes);
            var x0 = S.Of(x[0]);
            a0 = S.MultiplyAdd(x0, near, a0);
            a1 = S.MultiplyAdd(x0, far, a1);
            var x1 = S.Of(x[step]);
            b0 = S.MultiplyAdd(x1, near, b0);
            b1 = S.MultiplyAdd(x1, far, b1);
            var x2 = S.Of(x[2 * step]);
            c0 = S.MultiplyAdd(x2, near, c0);
            c1 = S.MultiplyAdd(x2, far, c1);
            var x3 = S.Of(x[3 * step]);
            d0 = S.MultiplyAdd(x3, near, d0);
            d1 = S.MultiplyAdd(x3, far, d1);
            var x4 = S.Of(x[4 * step]);
            e0 = S.MultiplyAdd(x4, near, e0);
            e1 = S.MultiplyAdd(x4, far, e1);
            var x5 = S.Of(x[5 * step]);
            f0 = S.MultiplyAdd(x5, near, f0);
            f1 = S.MultiplyAdd(x5, far, f1);
            var x6 = S.Of(x[6 * step]);
            g0 = S.MultiplyAdd(x6, near, g0);
            g1 = S.MultiplyAdd(x6, far, g1);
            var x7 = S.Of(x[7 * step]);
            h0 = S.MultiplyAdd(x7, near, h0);
            h1 = S.MultiplyAdd(x7, far, h1);
            tile += 2 * S.Lanes;
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

    private static void EightByOne(float* tile, float* x, float* gradient, (int Lanes, nint Group) size)
    {
        V a0 = S.Zero;
        V b0 = S.Zero;
        V c0 = S.Zero;
        V d0 = S.Zero;
        V e0 = S.Zero;
        V f0 = S.Zero;
        V g0 = S.Zero;
        V h0 = S.Zero;
        var step = size.Lanes;
        for (var lane = 0; lane < step; lane++)
        {
            var near = S.Load(tile);
            var x0 = S.Of(x[0]);
            a0 = S.MultiplyAdd(x0, near, a0);
            var x1 = S.Of(x[step]);
            b0 = S.MultiplyAdd(x1, near, b0);
            var x2 = S.Of(x[2 * step]);
            c0 = S.MultiplyAdd(x2, near, c0);
            var x3 = S.Of(x[3 * step]);
            d0 = S.MultiplyAdd(x3, near, d0);
            var x4 = S.Of(x[4 * step]);
            e0 = S.MultiplyAdd(x4, near, e0);
            var x5 = S.Of(x[5 * step]);
            f0 = S.MultiplyAdd(x5, near, f0);
            var x6 = S.Of(x[6 * step]);
            g0 = S.MultiplyAdd(x6, near, g0);
            var x7 = S.Of(x[7 * step]);
            h0 = S.MultiplyAdd(x7, near, h0);
            tile += S.Lanes;
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
