using BenchmarkDotNet.Attributes;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Parts;

/// <summary>What it costs to share a job: pieces that do nothing.</summary>
public class WorkerParts
{
    private static readonly Nothing Job = new();

    /// <summary>Threads that share.</summary>
    [Params(1, 2)]
    public int Count { get; set; }

    /// <summary>Chooses the number of threads.</summary>
    [GlobalSetup]
    public void Prepare() => Threads.Count = Count;

    /// <summary>Sixteen pieces.</summary>
    [Benchmark]
    public void Share() => Workers.Run(Job, pieces: 16);

    private sealed class Nothing : IJob
    {
        public void Run(int piece, int worker)
        {
        }
    }
}
