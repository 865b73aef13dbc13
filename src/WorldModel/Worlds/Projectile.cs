using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// A shot in the vertical plane: gravity and quadratic drag, d²x/dt² = −k·v·dx/dt, d²h/dt² = −g − k·v·dh/dt with the speed
/// v. Nothing stops it at height 0; an <see cref="Apple"/> meets wind and ground as well.
/// </summary>
public sealed class Projectile : IFastPhysics
{
    /// <summary>Gravitational acceleration g [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(9.81f);

    /// <summary>Drag k = ½·ρ·c·A/m [1/m]; 0 in a vacuum.</summary>
    public Tensor Drag { get; init; } = Constant.Of(0.02f);

    /// <inheritdoc />
    public Space State { get; } = new(new("x", "m"), new("height", "m"), new("x speed", "m/s"), new("climb", "m/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new ProjectileLaw(), Gravity, Drag);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var velocity = state.narrow(-1, 2, 2);
        var drag = -Drag * velocity.square().sum(-1, keepdim: true).clamp_min(1e-12).sqrt() * velocity;
        return cat([velocity, drag.narrow(-1, 0, 1), drag.narrow(-1, 1, 1) - Gravity], dim: -1).MoveToOuterDisposeScope();
    }
}
