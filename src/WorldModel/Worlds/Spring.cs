using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A mass on a spring without friction: dv/dt = −k/m·x, so x = a·cos(√(k/m)·t + φ).</summary>
public sealed class Spring : IFastPhysics
{
    /// <summary>Stiffness k [N/m].</summary>
    public Tensor Stiffness { get; init; } = Constant.Of(1);

    /// <summary>Mass m [kg].</summary>
    public Tensor Mass { get; init; } = Constant.Of(1);

    /// <inheritdoc />
    public Space State { get; } = new(new("x", "m"), new("speed", "m/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new SpringLaw(), Stiffness, Mass);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return cat([state.narrow(-1, 1, 1), -Stiffness / Mass * state.narrow(-1, 0, 1)], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Energy ½·m·v² + ½·k·x² [J] of states [B, 2], as [B].</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        return (0.5 * Mass * state.select(-1, 1).square() + 0.5 * Stiffness * state.select(-1, 0).square()).MoveToOuterDisposeScope();
    }
}
