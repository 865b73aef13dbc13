using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Works;

/// <summary>Networks for kernels with the random weights that TorchSharp gives them, and data as random as PyTorch's.</summary>
internal static class KernelWeights
{
    internal static MlpWeights Make(int[] sizes, int networks = 1)
    {
        Seed.Set(0);
        MlpWeights weights = new(new(Activation.Silu, sizes), networks);
        for (var network = 0; network < networks; network++)
        {
            using var module = Networks.Mlp(sizes);
            weights.Load(network, [.. module.parameters()]);
        }

        return weights;
    }

    /// <summary>What a network's changes stand in: inputs as they are, a tenth of each output added to the state.</summary>
    internal static ResidualMap Residual(MlpShape shape, int states)
    {
        var inputs = shape.Sizes[0];
        return new(shape, new float[inputs], [.. Enumerable.Repeat(1f, inputs)], [.. Enumerable.Repeat(0.1f, states)]);
    }

    /// <summary>Normally distributed numbers.</summary>
    internal static unsafe NativeFloats Normal(long count, double deviation = 1)
    {
        NativeFloats numbers = new(count);
        using var random = randn(count) * deviation;
        random.data<float>().CopyTo(new Span<float>(numbers.Pointer, (int)count));
        return numbers;
    }
}
