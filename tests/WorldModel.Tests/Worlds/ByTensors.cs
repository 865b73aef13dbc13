using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

/// <summary>Worlds that TorchSharp steps one by one, as kernels do not know the caller's own integrator: the oracle.</summary>
internal static class ByTensors
{
    internal static Simulated World(IPhysics physics, double dt, Integrator integrate) =>
        new(physics, dt, (same, state, action, step) => integrate(same, state, action, step));

    /// <summary>Largest difference of two tensors over the second one's largest number, or over 1 where that is smaller.</summary>
    internal static double Difference(Tensor found, Tensor expected)
    {
        Assert.Equal(expected.shape, found.shape);
        return expected.numel() == 0 ? 0 : ((found - expected).abs().max() / expected.abs().max().clamp_min(1)).ToDouble();
    }
}
