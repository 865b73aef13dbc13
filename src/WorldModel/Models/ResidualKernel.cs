using TorchSharp.Modules;
using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>A copy of a residual network's numbers as kernels want them.</summary>
internal sealed class ResidualKernel
{
    private ResidualKernel(MlpShape shape, int states)
    {
        Map = new(shape, new float[shape.Sizes[0]], new float[shape.Sizes[0]], new float[states]);
        Weights = new(shape);
    }

    internal ResidualMap Map { get; }

    internal MlpWeights Weights { get; }

    /// <summary>Room for the numbers of layers like these.</summary>
    /// <param name="layers">Linear layers, SiLU between them.</param>
    /// <param name="states">Channels of the state.</param>
    internal static ResidualKernel Like(IReadOnlyList<Linear> layers, int states) =>
        new(new(Activation.Silu, [(int)layers[0].in_features, .. layers.Select(layer => (int)layer.out_features)]), states);

    /// <summary>Takes over the numbers of now.</summary>
    internal void Load(IReadOnlyList<Tensor> parameters, (Tensor Mean, Tensor Deviation, Tensor Changes) scales)
    {
        Weights.Load(0, parameters);
        scales.Mean.data<float>().CopyTo(Map.Mean);
        scales.Deviation.data<float>().CopyTo(Map.Inverse);
        scales.Changes.data<float>().CopyTo(Map.Changes);
        for (var input = 0; input < Map.Inverse.Length; input++)
        {
            Map.Inverse[input] = 1 / Map.Inverse[input];
        }
    }

    /// <summary>A gradient as it lies in kernels, as tensors shaped like the parameters.</summary>
    internal unsafe IReadOnlyList<Tensor> Gradients(float* packed)
    {
        List<Tensor> gradients = [];
        for (var layer = 0; layer < Map.Shape.Layers; layer++)
        {
            gradients.AddRange([empty(Map.Shape.Sizes[layer + 1], Map.Shape.Sizes[layer]), empty(Map.Shape.Sizes[layer + 1])]);
        }

        Weights.Save(packed, gradients);
        return gradients;
    }
}
