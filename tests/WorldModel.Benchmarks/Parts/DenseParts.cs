using BenchmarkDotNet.Attributes;
using WorldModel.Benchmarks.Works;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Parts;

/// <summary>One block of 64 lanes through a network of two layers, and back.</summary>
public class DenseParts
{
    private const int Lanes = 64;

    private MlpWeights weights = null!;
    private MlpScratch scratch = null!;
    private NativeFloats gradient = null!;

    /// <summary>Units of each of two hidden layers.</summary>
    [Params(32, 128, 256)]
    public int Width { get; set; }

    /// <summary>Makes the network and memory of a block.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        weights = KernelWeights.Make([8, Width, Width, 4]);
        weights.Transpose(0);
        (scratch, gradient) = (new(weights.Shape, Lanes, trains: true), new(weights.Shape.Count));
    }

    /// <summary>Outputs alone.</summary>
    [Benchmark(Baseline = true)]
    public void Forward() => MlpPass.Chosen.Forward(weights, 0, scratch, trains: false);

    /// <summary>Outputs and slopes.</summary>
    [Benchmark]
    public void ForwardForTraining() => MlpPass.Chosen.Forward(weights, 0, scratch, trains: true);

    /// <summary>Gradients of all weights.</summary>
    [Benchmark]
    public unsafe void Backward() => MlpPass.Chosen.Backward(weights, 0, scratch, gradient.Pointer, wantsInputs: false);

    /// <summary>Frees what was made.</summary>
    [GlobalCleanup]
    public void Free()
    {
        weights.Dispose();
        scratch.Dispose();
        gradient.Dispose();
    }
}
