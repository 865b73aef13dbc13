using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>One layer over a block of lanes, y = h(W·x + b), and the way back through it.</summary>
internal static unsafe class DenseLayerPass<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="layer">Sizes, weights and bias.</param>
    /// <param name="x">Inputs [K][lanes].</param>
    /// <param name="y">Outputs [N][lanes].</param>
    /// <param name="slope">Derivative of the activation [N][lanes], for training; null to leave it out.</param>
    /// <param name="lanes">Lanes of the block.</param>
    internal static void Forward(in DenseLayer layer, float* x, float* y, float* slope, int lanes)
    {
        for (var output = 0; output < layer.Outputs; output += 8)
        {
            var to = y + ((nint)output * lanes);
            DenseSums<S, V>.Panel(layer.Weights + ((nint)output * layer.Inputs), layer.Bias + output, x, to, (layer.Inputs, lanes));
            Curves<S, V>.Bend(layer.Activation, to, slope is null ? null : slope + ((nint)output * lanes), 8 * lanes);
        }
    }

    /// <summary>Inputs' gradients from outputs', through transposed weights, times the slope of the layer before (or null).</summary>
    internal static void Backward(in DenseLayer layer, float* gradient, float* to, float* slope, int lanes)
    {
        var none = stackalloc float[8];
        for (var input = 0; input < layer.Inputs; input += 8)
        {
            var place = to + ((nint)input * lanes);
            DenseSums<S, V>.Panel(layer.Transposed + ((nint)input * layer.Outputs), none, gradient, place, (layer.Outputs, lanes));
            if (slope is not null)
            {
                Multiply(place, slope + ((nint)input * lanes), 8 * lanes);
            }
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
