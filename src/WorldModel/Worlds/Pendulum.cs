using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A rigid pendulum with friction and a motor: d²θ/dt² = −g/l·sin θ − d·dθ/dt + torque. Angle 0 hangs down.</summary>
public sealed class Pendulum : IFastPhysics
{
    /// <summary>Length l [m].</summary>
    public Tensor Length { get; init; } = Constant.Of(1);

    /// <summary>Damping d [1/s].</summary>
    public Tensor Damping { get; init; } = Constant.Of(0.1f);

    /// <summary>Gravitational acceleration g [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(9.81f);

    /// <inheritdoc />
    public Space State { get; } = new(new("angle", "rad"), new("angular speed", "rad/s"));

    /// <inheritdoc />
    public Space Action { get; } = new(new Channel("torque", "rad/s²"));

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new PendulumLaw(), Length, Damping, Gravity);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (angle, speed) = (state.narrow(-1, 0, 1), state.narrow(-1, 1, 1));
        return cat([speed, -Gravity / Length * angle.sin() - Damping * speed + action], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Energy per m·l² [B] of states [B, 2]: ½·(dθ/dt)² + g/l·(1 − cos θ) [rad²/s²].</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        return (0.5 * state.select(-1, 1).square() + Gravity / Length * (1 - state.select(-1, 0).cos())).MoveToOuterDisposeScope();
    }
}
