using BenchmarkDotNet.Attributes;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Parts;

/// <summary>Steps of a built-in world.</summary>
public class WorldParts
{
    private const int Steps = 100;

    private readonly Simulated world = new(new Pendulum(), 0.02);
    private Tensor initial = null!;
    private Tensor actions = null!;

    /// <summary>Runs beside each other.</summary>
    [Params(1, 1000)]
    public int Runs { get; set; }

    /// <summary>Makes states and actions.</summary>
    [GlobalSetup]
    public void Prepare() => (initial, actions) = (randn(Runs, 2), randn(Runs, Steps, 1));

    /// <summary>One step.</summary>
    [Benchmark]
    public void Step()
    {
        using var scope = NewDisposeScope();
        world.Step(initial, actions.select(1, 0));
    }

    /// <summary>A hundred steps.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void Rollout()
    {
        using var scope = NewDisposeScope();
        world.Run(initial, actions);
    }

    /// <summary>Frees what was made.</summary>
    [GlobalCleanup]
    public void Free()
    {
        initial.Dispose();
        actions.Dispose();
    }
}
