using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WorldModel.Kernels;

/// <summary>One layer for one example. The weights' panels hold eight outputs side by side: that is a vector of 256 bits on every machine.</summary>
internal static unsafe class DenseVector
{
    /// <param name="layer">Sizes, weights and bias.</param>
    /// <param name="x">Inputs [K].</param>
    /// <param name="y">Outputs [N].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(in DenseLayer layer, float* x, float* y)
    {
        var output = 0;
        for (; output + 32 <= layer.Outputs; output += 32)
        {
            FourPanels(layer.Weights + ((nint)output * layer.Inputs), layer.Bias + output, x, y + output, layer.Inputs);
        }

        for (; output < layer.Outputs; output += 8)
        {
            OnePanel(layer.Weights + ((nint)output * layer.Inputs), layer.Bias + output, x, y + output, layer.Inputs);
        }

        Curves<Simd256, Vector256<float>>.Bend(layer.Activation, y, null, layer.Outputs);
    }

    // Two sums for each panel, of even and of odd inputs, so that a sum need not wait for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourPanels(float* weights, float* bias, float* x, float* y, int inputs)
    {
        var next = (nint)inputs * 8;
        Vector256<float> a = Vector256.Load(bias), b = Vector256.Load(bias + 8), c = Vector256.Load(bias + 16), d = Vector256.Load(bias + 24);
        Vector256<float> e = Vector256<float>.Zero, f = e, g = e, h = e;
        for (var input = 0; input < inputs; input += 2, weights += 16)
        {
            var value = Vector256.Create(x[input]);
            a = Vector256.MultiplyAddEstimate(Vector256.Load(weights), value, a);
            b = Vector256.MultiplyAddEstimate(Vector256.Load(weights + next), value, b);
            c = Vector256.MultiplyAddEstimate(Vector256.Load(weights + (2 * next)), value, c);
            d = Vector256.MultiplyAddEstimate(Vector256.Load(weights + (3 * next)), value, d);
            value = Vector256.Create(x[input + 1]);
            e = Vector256.MultiplyAddEstimate(Vector256.Load(weights + 8), value, e);
            f = Vector256.MultiplyAddEstimate(Vector256.Load(weights + next + 8), value, f);
            g = Vector256.MultiplyAddEstimate(Vector256.Load(weights + (2 * next) + 8), value, g);
            h = Vector256.MultiplyAddEstimate(Vector256.Load(weights + (3 * next) + 8), value, h);
        }

        Vector256.Store(a + e, y);
        Vector256.Store(b + f, y + 8);
        Vector256.Store(c + g, y + 16);
        Vector256.Store(d + h, y + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnePanel(float* weights, float* bias, float* x, float* y, int inputs)
    {
        Vector256<float> a = Vector256.Load(bias), b = Vector256<float>.Zero, c = b, d = b;
        for (var input = 0; input < inputs; input += 4, weights += 32)
        {
            a = Vector256.MultiplyAddEstimate(Vector256.Load(weights), Vector256.Create(x[input]), a);
            b = Vector256.MultiplyAddEstimate(Vector256.Load(weights + 8), Vector256.Create(x[input + 1]), b);
            c = Vector256.MultiplyAddEstimate(Vector256.Load(weights + 16), Vector256.Create(x[input + 2]), c);
            d = Vector256.MultiplyAddEstimate(Vector256.Load(weights + 24), Vector256.Create(x[input + 3]), d);
        }

        Vector256.Store((a + b) + (c + d), y);
    }
}
