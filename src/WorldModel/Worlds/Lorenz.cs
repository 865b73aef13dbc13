using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// Lorenz's model of convection, the first strange attractor: dx/dt = σ·(y − x), dy/dt = x·(ρ − z) − y, dz/dt = x·y − β·z.
/// Numbers without units; neighbours part about e-fold in 1.1 units of time (largest Lyapunov exponent 0.906).
/// Source: Lorenz, Deterministic nonperiodic flow, Journal of the Atmospheric Sciences 20, 1963.
/// </summary>
public sealed class Lorenz : IFastPhysics
{
    /// <summary>σ, the Prandtl number.</summary>
    public Tensor Sigma { get; init; } = Constant.Of(10);

    /// <summary>ρ, the Rayleigh number over its critical value.</summary>
    public Tensor Rho { get; init; } = Constant.Of(28);

    /// <summary>β, a measure of the cell's shape.</summary>
    public Tensor Beta { get; init; } = Constant.Of(8f / 3);

    /// <inheritdoc />
    public Space State { get; } = new(new("x", ""), new("y", ""), new("z", ""));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new LorenzLaw(), Sigma, Rho, Beta);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (x, y, z) = (state.narrow(-1, 0, 1), state.narrow(-1, 1, 1), state.narrow(-1, 2, 1));
        return cat([Sigma * (y - x), x * (Rho - z) - y, x * y - Beta * z], dim: -1).MoveToOuterDisposeScope();
    }
}
