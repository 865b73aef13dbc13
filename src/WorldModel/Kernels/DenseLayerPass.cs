using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>One layer over a block of lanes, y = h(W·x + b), and the way back through it.</summary>
internal static unsafe class DenseLayerPass<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="layer">Sizes, weights and bias.</param>
    /// <param name="x">Inputs [K][lanes].</param>
    /// <param name="y">Outputs [N][lanes].</param>
    /// <param name="slope">Derivative of the activation [N][lanes], for training; null to leave it out.</param>
    /// <param name="block">Its lanes, and room.</param>
    internal static void Forward(in DenseLayer layer, float* x, float* y, float* slope, BatchRoom block)
    {
        Sums(layer.Weights, layer.Bias, x, y, (layer.Inputs, layer.Outputs), block);
        Curves<S, V>.Bend(layer.Activation, y, slope, layer.Outputs * block.Lanes);
    }

    /// <summary>Inputs' gradients from outputs', through transposed weights, times the slope of the layer before (or null).</summary>
    internal static void Backward(in DenseLayer layer, float* gradient, float* to, float* slope, BatchRoom block)
    {
        Sums(layer.Transposed, null, gradient, to, (layer.Outputs, layer.Inputs), block);
        if (slope is not null)
        {
            Multiply(to, slope, layer.Inputs * block.Lanes);
        }
    }

    // A slice at a time: its inputs lie in one piece and stay in the first cache while all weights run past. Left where they
    // are, they would fill only the few sets of that cache that rows so far apart fall into.
    private static void Sums(float* weights, float* bias, float* x, float* y, (int Inputs, int Outputs) size, BatchRoom block)
    {
        var none = stackalloc float[8];
        for (var lane = 0; lane < block.Lanes; lane += 2 * S.Lanes)
        {
            var slice = block.Lanes == 2 * S.Lanes ? x : block.Slice;
            if (slice != x)
            {
                Gather(x + lane, block.Lanes, slice, size.Inputs);
            }

            for (var output = 0; output < size.Outputs; output += 8)
            {
                var panel = weights + ((nint)output * size.Inputs);
                var start = bias is null ? none : bias + output;
                DenseSums<S, V>.Panel(panel, start, slice, y + ((nint)output * block.Lanes) + lane, (size.Inputs, block.Lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(float* from, nint row, float* slice, int rows)
    {
        for (; rows > 0; rows--, from += row, slice += 2 * S.Lanes)
        {
            S.Store(S.Load(from), slice);
            S.Store(S.Load(from + S.Lanes), slice + S.Lanes);
        }
    }

    /// <summary>Gradients [N][lanes] as columns [N / vector][lanes][vector], the last one filled up with zeros.</summary>
    internal static void Turned(float* gradient, float* to, int outputs, int lanes)
    {
        for (var output = 0; output < MlpShape.RoundUp(outputs, S.Lanes); output += 8)
        {
            for (var lane = 0; lane < lanes; lane += 8)
            {
                TurnEight(gradient, to, (output, lane), (outputs, lanes));
            }
        }
    }

    private static void TurnEight(float* gradient, float* to, (int Output, int Lane) at, (int Outputs, int Lanes) size)
    {
        if (S.Lanes >= 8 && at.Output < size.Outputs)
        {
            Turn.Eight(gradient + ((nint)at.Output * size.Lanes) + at.Lane, size.Lanes, Column(to, at, size.Lanes), S.Lanes);
        }
        else
        {
            TurnInParts(gradient, to, at, size);
        }
    }

    // Where a column is narrower than eight outputs, or where there is no output to fill it with.
    private static void TurnInParts(float* gradient, float* to, (int Output, int Lane) at, (int Outputs, int Lanes) size)
    {
        for (var output = at.Output; output < at.Output + 8; output++)
        {
            for (var lane = at.Lane; lane < at.Lane + 8; lane++)
            {
                *Column(to, (output, lane), size.Lanes) = output < size.Outputs ? gradient[((nint)output * size.Lanes) + lane] : 0;
            }
        }
    }

    private static float* Column(float* to, (int Output, int Lane) at, int lanes) =>
        to + ((nint)(at.Output / S.Lanes) * lanes * S.Lanes) + ((nint)at.Lane * S.Lanes) + (at.Output % S.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(float* values, float* by, int count)
    {
        for (var i = 0; i < count; i += S.Lanes)
        {
            S.Store(S.Multiply(S.Load(values + i), S.Load(by + i)), values + i);
        }
    }
}
