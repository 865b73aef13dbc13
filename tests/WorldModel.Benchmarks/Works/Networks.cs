using TorchSharp.Modules;

namespace WorldModel.Benchmarks.Works;

/// <summary>The networks of the benchmarks as TorchSharp's modules, and their useful operations.</summary>
internal static class Networks
{
    /// <summary>Hidden layers of equal width with SiLU, and a last layer without.</summary>
    internal static Sequential Mlp(params int[] sizes)
    {
        List<nn.Module<Tensor, Tensor>> layers = [];
        foreach (var (inputs, outputs) in sizes.Zip(sizes.Skip(1)))
        {
            layers.AddRange([nn.Linear(inputs, outputs), nn.SiLU()]);
        }

        return nn.Sequential(layers[..^1]);
    }

    /// <summary>Inputs, hidden layers of equal width, outputs.</summary>
    internal static int[] Sizes(int inputs, int width, int layers, int outputs) => [inputs, .. Enumerable.Repeat(width, layers), outputs];

    /// <summary>Operations of one pass forward for one state: a multiplication and an addition a weight.</summary>
    internal static double Forward(int[] sizes) => sizes.Zip(sizes.Skip(1), (inputs, outputs) => 2.0 * inputs * outputs).Sum();

    /// <summary>
    /// Operations of one training step for one state: forward, the weights' gradients, and the way back. The first layer's
    /// inputs need no gradient where they are data.
    /// </summary>
    internal static double Training(int[] sizes, bool inputsAreData = true) => (3 * Forward(sizes)) - (inputsAreData ? 2.0 * sizes[0] * sizes[1] : 0);
}
