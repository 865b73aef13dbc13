using BenchmarkDotNet.Attributes;
using TorchSharp.Modules;
using WorldModel.Benchmarks.Works;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Parts;

/// <summary>An update of a network's weights: ours in one pass, and TorchSharp's.</summary>
public class AdamParts
{
    private Sequential network = null!;
    private FusedAdam fused = null!;
    private optim.Optimizer torch = null!;

    /// <summary>Units of each of two hidden layers.</summary>
    [Params(32, 128, 256)]
    public int Width { get; set; }

    /// <summary>Makes a network that has gradients.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        network = Networks.Mlp(8, Width, Width, 4);
        using var x = randn(8, 8);
        network.call(x).sum().backward();
        (fused, torch) = (new(network.parameters()), optim.Adam(network.parameters()));
    }

    /// <summary>Ours.</summary>
    [Benchmark(Baseline = true)]
    public void Fused() => fused.Step();

    /// <summary>TorchSharp's, which does not clear the gradients.</summary>
    [Benchmark]
    public void TorchSharp()
    {
        using var scope = NewDisposeScope();
        torch.step();
    }

    /// <summary>Frees what was made.</summary>
    [GlobalCleanup]
    public void Free()
    {
        fused.Dispose();
        torch.Dispose();
        network.Dispose();
    }
}
