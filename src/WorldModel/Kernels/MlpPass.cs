using System.Runtime.Intrinsics;

namespace WorldModel.Kernels;

/// <summary>Both ways through a network for one block of lanes, at the width of vectors that was chosen.</summary>
internal abstract unsafe class MlpPass
{
    /// <summary>At the width that this process uses.</summary>
    internal static MlpPass Chosen { get; } = Of(SimdWidths.Chosen);

    /// <summary>Lanes that a block has to be a multiple of.</summary>
    internal abstract int Multiple { get; }

    internal static MlpPass Of(SimdWidth width) => width switch
    {
        SimdWidth.Bits512 => new MlpPass<Simd512, Vector512<float>>(),
        SimdWidth.Bits256 => new MlpPass<Simd256, Vector256<float>>(),
        _ => new MlpPass<Simd128, Vector128<float>>(),
    };

    /// <summary>Outputs from the inputs that lie in the scratch memory.</summary>
    /// <param name="weights">Of all networks.</param>
    /// <param name="network">Which one.</param>
    /// <param name="scratch">Of the block.</param>
    /// <param name="trains">Whether to remember the slopes too.</param>
    internal abstract void Forward(MlpWeights weights, int network, MlpScratch scratch, bool trains);

    /// <summary>From the outputs' gradients that lie in the scratch memory to those of all weights, and of the inputs.</summary>
    /// <param name="weights">Of all networks, transposed since they changed.</param>
    /// <param name="network">Which one.</param>
    /// <param name="scratch">Of the block, as the way forward left it.</param>
    /// <param name="gradient">The network's gradient, added to; null to ask for the inputs' alone.</param>
    /// <param name="wantsInputs">Whether the inputs' gradients are asked for.</param>
    internal abstract void Backward(MlpWeights weights, int network, MlpScratch scratch, float* gradient, bool wantsInputs);

    /// <summary>One update of weights [count] by their gradients, which are zero afterwards.</summary>
    internal abstract void Adam(float* weights, float* gradients, float* first, float* second, (long Count, AdamStep Step) work);
}

internal sealed unsafe class MlpPass<S, V> : MlpPass where S : struct, ISimd<V> where V : struct
{
    internal override int Multiple => 2 * S.Lanes;

    internal override void Forward(MlpWeights weights, int network, MlpScratch scratch, bool trains)
    {
        for (var index = 0; index < weights.Shape.Layers; index++)
        {
            var layer = weights.Layer(network, index);
            DenseLayerPass<S, V>.Forward(layer, scratch.Activations(index), scratch.Activations(index + 1), trains ? scratch.Slopes(index + 1) : null, scratch.Room);
        }
    }

    internal override void Backward(MlpWeights weights, int network, MlpScratch scratch, float* gradient, bool wantsInputs)
    {
        for (var index = weights.Shape.Layers - 1; index >= 0; index--)
        {
            var layer = weights.Layer(network, index);
            var above = scratch.Gradients(index + 1);
            if (gradient is not null)
            {
                DenseLayerPass<S, V>.Turned(above, scratch.Turned, layer.Outputs, scratch.Lanes);
                DenseGradient<S, V>.AddWeights(
                    scratch.Turned, scratch.Activations(index), gradient + weights.Shape.WeightsAt(index), (layer.Inputs, layer.Outputs, scratch.Lanes));
                DenseGradient<S, V>.AddBias(above, gradient + weights.Shape.BiasAt(index), layer.Outputs, scratch.Lanes);
            }

            if (index > 0 || wantsInputs)
            {
                DenseLayerPass<S, V>.Backward(layer, above, scratch.Gradients(index), index > 0 ? scratch.Slopes(index) : null, scratch.Room);
            }
        }
    }

    internal override void Adam(float* weights, float* gradients, float* first, float* second, (long Count, AdamStep Step) work) =>
        AdamKernel<S, V>.Run(weights, gradients, first, second, work);
}
