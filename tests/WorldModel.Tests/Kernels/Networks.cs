using TorchSharp;
using TorchSharp.Modules;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

/// <summary>TorchSharp networks that kernels are held to.</summary>
internal static class Networks
{
    /// <summary>Linear layers of these sizes with an activation between them.</summary>
    internal static Sequential Of(Activation activation, params int[] sizes)
    {
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            layers.Add(nn.Linear(sizes[layer - 1], sizes[layer]));
            if (layer < sizes.Length - 1)
            {
                layers.Add(activation switch { Activation.Tanh => nn.Tanh(), Activation.Relu => nn.ReLU(), Activation.Silu => nn.SiLU(), _ => nn.Identity() });
            }
        }

        return nn.Sequential(layers);
    }

    /// <summary>Weights and biases in the order of kernels.</summary>
    internal static List<Tensor> Numbers(this Sequential network) => [.. network.parameters()];

    /// <summary>The largest difference between two lists of tensors.</summary>
    internal static double Farthest(IEnumerable<Tensor> a, IEnumerable<Tensor> b) =>
        a.Zip(b).Max(pair => (double)(pair.First - pair.Second).abs().max().item<float>());

    /// <summary>A tensor's numbers in memory that stays where it is.</summary>
    internal static NativeFloats Pinned(Tensor values)
    {
        var numbers = values.contiguous().data<float>().ToArray();
        var memory = new NativeFloats(numbers.Length);
        unsafe
        {
            numbers.CopyTo(new Span<float>(memory.Pointer, numbers.Length));
        }

        return memory;
    }
}
