namespace WorldModel.Kernels;

/// <summary>
/// Gradient of one layer's weights over a block of lanes: dW += dy·xᵀ. The outputs' gradients come turned, so that a
/// vector holds outputs and not lanes, and the sum over lanes needs no sum across a vector.
/// </summary>
internal static unsafe class DenseGradient<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="turned">Gradients of the outputs as columns [N / vector][lanes][vector]; the last one is filled up with zeros.</param>
    /// <param name="x">Inputs [K][lanes].</param>
    /// <param name="gradient">Added to: [outputs / 8][K][8], room for whole columns.</param>
    /// <param name="size">Inputs K, outputs N (both multiples of 8) and lanes.</param>
    internal static void AddWeights(float* turned, float* x, float* gradient, (int Inputs, int Outputs, int Lanes) size)
    {
        var group = (nint)size.Inputs * 8;
        for (var output = 0; output < size.Outputs;)
        {
            var isPair = output + S.Lanes < size.Outputs;
            for (var input = 0; input < size.Inputs; input += 8)
            {
                var column = turned + ((nint)output * size.Lanes);
                DenseTile<S, V>.Add(isPair, column, x + ((nint)input * size.Lanes), gradient + (output / 8 * group) + (8 * input), (size.Lanes, group));
            }

            output += isPair ? 2 * S.Lanes : S.Lanes;
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
}
