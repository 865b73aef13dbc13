namespace WorldModel.Kernels;

/// <summary>
/// One layer of a network over a block of lanes: y = h(W·x + b), lanes beside each other. Weights lie in panels of eight
/// outputs, [outputs / 8][inputs][8], activations as [feature][lanes]. Eight outputs' sums stay in registers while the
/// inputs run past, so that each number loaded serves at least eight multiplications.
/// </summary>
internal static unsafe class DenseForward<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="layer">Sizes, weights and bias.</param>
    /// <param name="x">Inputs [K][lanes].</param>
    /// <param name="y">Outputs [N][lanes].</param>
    /// <param name="slope">Derivative of the activation [N][lanes], for training; null to leave it out.</param>
    /// <param name="lanes">Lanes of the block.</param>
    internal static void Run(in DenseLayer layer, float* x, float* y, float* slope, int lanes)
    {
        for (var output = 0; output < layer.Outputs; output += 8)
        {
            var to = y + ((nint)output * lanes);
            Sums(layer.Weights + ((nint)output * layer.Inputs), layer.Bias + output, x, to, (layer.Inputs, lanes));
            Bend(layer.Activation, to, slope is null ? null : slope + ((nint)output * lanes), 8 * lanes);
        }
    }

    /// <summary>The way back: inputs' gradients from outputs', through transposed weights, times the slope of the layer before (or null).</summary>
    internal static void RunBack(in DenseLayer layer, float* gradient, float* to, float* slope, int lanes)
    {
        var none = stackalloc float[8];
        for (var input = 0; input < layer.Inputs; input += 8)
        {
            var place = to + ((nint)input * lanes);
            Sums(layer.Transposed + ((nint)input * layer.Outputs), none, gradient, place, (layer.Outputs, lanes));
            if (slope is not null)
            {
                Multiply(place, slope + ((nint)input * lanes), 8 * lanes);
            }
        }
    }

    private static void Sums(float* weights, float* bias, float* x, float* y, (int Inputs, int Lanes) size)
    {
        if (S.Across == 2)
        {
            EightByTwo(weights, bias, x, y, size);
        }
        else
        {
            EightByOne(weights, bias, x, y, size);
        }
    }

    /// <summary>Eight outputs by two vectors of lanes: each weight is spread once over both.</summary>
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
            var (w, p) = ((nint)weights, (nint)(x + lane));
            for (var left = size.Inputs; left > 0; left--)
            {
                var p0 = S.Load((float*)p);
                var p1 = S.Load((float*)p + S.Lanes);
                var w0 = S.Of(((float*)w)[0]);
                a0 = S.MultiplyAdd(w0, p0, a0);
                a1 = S.MultiplyAdd(w0, p1, a1);
                var w1 = S.Of(((float*)w)[1]);
                b0 = S.MultiplyAdd(w1, p0, b0);
                b1 = S.MultiplyAdd(w1, p1, b1);
                var w2 = S.Of(((float*)w)[2]);
                c0 = S.MultiplyAdd(w2, p0, c0);
                c1 = S.MultiplyAdd(w2, p1, c1);
                var w3 = S.Of(((float*)w)[3]);
                d0 = S.MultiplyAdd(w3, p0, d0);
                d1 = S.MultiplyAdd(w3, p1, d1);
                var w4 = S.Of(((float*)w)[4]);
                e0 = S.MultiplyAdd(w4, p0, e0);
                e1 = S.MultiplyAdd(w4, p1, e1);
                var w5 = S.Of(((float*)w)[5]);
                f0 = S.MultiplyAdd(w5, p0, f0);
                f1 = S.MultiplyAdd(w5, p1, f1);
                var w6 = S.Of(((float*)w)[6]);
                g0 = S.MultiplyAdd(w6, p0, g0);
                g1 = S.MultiplyAdd(w6, p1, g1);
                var w7 = S.Of(((float*)w)[7]);
                h0 = S.MultiplyAdd(w7, p0, h0);
                h1 = S.MultiplyAdd(w7, p1, h1);
                w += 8 * sizeof(float);
                p += size.Lanes * sizeof(float);
            }

            var to = y + lane;
            S.Store(a0, to);
            S.Store(a1, to + S.Lanes);
            S.Store(b0, to + (1 * size.Lanes));
            S.Store(b1, to + (1 * size.Lanes) + S.Lanes);
            S.Store(c0, to + (2 * size.Lanes));
            S.Store(c1, to + (2 * size.Lanes) + S.Lanes);
            S.Store(d0, to + (3 * size.Lanes));
            S.Store(d1, to + (3 * size.Lanes) + S.Lanes);
            S.Store(e0, to + (4 * size.Lanes));
            S.Store(e1, to + (4 * size.Lanes) + S.Lanes);
            S.Store(f0, to + (5 * size.Lanes));
            S.Store(f1, to + (5 * size.Lanes) + S.Lanes);
            S.Store(g0, to + (6 * size.Lanes));
            S.Store(g1, to + (6 * size.Lanes) + S.Lanes);
            S.Store(h0, to + (7 * size.Lanes));
            S.Store(h1, to + (7 * size.Lanes) + S.Lanes);
        }
    }

    /// <summary>Eight outputs by one vector of lanes: each weight is spread once over it.</summary>
    private static void EightByOne(float* weights, float* bias, float* x, float* y, (int Inputs, int Lanes) size)
    {
        for (var lane = 0; lane < size.Lanes; lane += S.Lanes)
        {
            V a0 = S.Of(bias[0]);
            V b0 = S.Of(bias[1]);
            V c0 = S.Of(bias[2]);
            V d0 = S.Of(bias[3]);
            V e0 = S.Of(bias[4]);
            V f0 = S.Of(bias[5]);
            V g0 = S.Of(bias[6]);
            V h0 = S.Of(bias[7]);
            var (w, p) = ((nint)weights, (nint)(x + lane));
            for (var left = size.Inputs; left > 0; left--)
            {
                var p0 = S.Load((float*)p);
                var w0 = S.Of(((float*)w)[0]);
                a0 = S.MultiplyAdd(w0, p0, a0);
                var w1 = S.Of(((float*)w)[1]);
                b0 = S.MultiplyAdd(w1, p0, b0);
                var w2 = S.Of(((float*)w)[2]);
                c0 = S.MultiplyAdd(w2, p0, c0);
                var w3 = S.Of(((float*)w)[3]);
                d0 = S.MultiplyAdd(w3, p0, d0);
                var w4 = S.Of(((float*)w)[4]);
                e0 = S.MultiplyAdd(w4, p0, e0);
                var w5 = S.Of(((float*)w)[5]);
                f0 = S.MultiplyAdd(w5, p0, f0);
                var w6 = S.Of(((float*)w)[6]);
                g0 = S.MultiplyAdd(w6, p0, g0);
                var w7 = S.Of(((float*)w)[7]);
                h0 = S.MultiplyAdd(w7, p0, h0);
                w += 8 * sizeof(float);
                p += size.Lanes * sizeof(float);
            }

            var to = y + lane;
            S.Store(a0, to);
            S.Store(b0, to + (1 * size.Lanes));
            S.Store(c0, to + (2 * size.Lanes));
            S.Store(d0, to + (3 * size.Lanes));
            S.Store(e0, to + (4 * size.Lanes));
            S.Store(f0, to + (5 * size.Lanes));
            S.Store(g0, to + (6 * size.Lanes));
            S.Store(h0, to + (7 * size.Lanes));
        }
    }

    private static void Bend(Activation activation, float* y, float* slope, int count)
    {
        if (activation == Activation.None)
        {
            return;
        }

        for (var i = 0; i < count; i += S.Lanes)
        {
            S.Store(Curves<S, V>.Apply(activation, S.Load(y + i), out var bend), y + i);
            if (slope is not null)
            {
                S.Store(bend, slope + i);
            }
        }
    }

    private static void Multiply(float* y, float* slope, int count)
    {
        for (var i = 0; i < count; i += S.Lanes)
        {
            S.Store(S.Multiply(S.Load(y + i), S.Load(slope + i)), y + i);
        }
    }
}
