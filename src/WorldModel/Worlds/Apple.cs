namespace WorldModel.Worlds;

/// <summary>
/// An apple in the air and on the ground: gravity, quadratic drag relative to the wind, a ground that it bounces on.
/// dv/dt = −g·ẑ − k·|u|·u with u = v − wind. Every parameter is a tensor, so it can be calibrated.
/// </summary>
public sealed class Apple : IPhysics, IImpact
{
    /// <summary>Gravitational acceleration [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant(9.81f);

    /// <summary>Drag ½·ρ·c·A/m [1/m]; 0 in a vacuum. An apple of 7.5 cm and 180 g has about 0.007.</summary>
    public Tensor Drag { get; init; } = Constant(0.007f);

    /// <summary>Wind [3] [m/s].</summary>
    public Tensor Wind { get; init; } = Constant(0, 0, 0);

    /// <summary>Restitution: speed away from the ground over speed towards it, 0 (sticks) to 1 (no loss).</summary>
    public Tensor Restitution { get; init; } = Constant(0.5f);

    /// <summary>Fraction of the speed along the ground that a bounce leaves.</summary>
    public Tensor Grip { get; init; } = Constant(0.8f);

    /// <inheritdoc />
    public Space State { get; } = new(
        new("x", "m"), new("y", "m"), new("height", "m"),
        new("x speed", "m/s"), new("y speed", "m/s"), new("climb", "m/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        var velocity = state.narrow(-1, 3, 3);
        var airspeed = velocity - Wind;
        var drag = -Drag * airspeed.square().sum(-1, keepdim: true).clamp_min(1e-12).sqrt() * airspeed;
        var acceleration = cat([drag.narrow(-1, 0, 2), drag.narrow(-1, 2, 1) - Gravity], dim: -1);
        return cat([velocity, acceleration], dim: -1);
    }

    /// <summary>
    /// Bounces off height 0. The moment of impact comes from the parabola through the step's ends; after it the apple
    /// flies on along the reflected parabola. Where it would not leave the ground within the step it lies still.
    /// </summary>
    public Tensor Resolve(Tensor before, Tensor after, double dt)
    {
        var (height, climb) = (before.narrow(-1, 2, 1), before.narrow(-1, 5, 1));
        var acceleration = (after.narrow(-1, 5, 1) - climb) / dt;
        var discriminant = (climb.square() - 2 * acceleration * height).clamp_min(1e-12).sqrt();
        var fall = ((climb + discriminant) / -acceleration.clamp_max(-1e-6)).clamp(0, dt);
        var left = dt - fall;

        var rebound = Restitution * discriminant;
        var risen = rebound * left + 0.5 * acceleration * left.square();
        var hits = (after.narrow(-1, 2, 1) < 0).logical_and(after.narrow(-1, 5, 1) < 0);
        var sliding = after.narrow(-1, 3, 2) * Grip;
        var ground = after.narrow(-1, 0, 2) + (sliding - after.narrow(-1, 3, 2)) * left;
        var flies = (risen > 0).to(after.dtype);
        var bounced = cat([ground, risen * flies, sliding, (rebound + acceleration * left) * flies], dim: -1);
        return where(hits, bounced, after);
    }

    private static Tensor Constant(params float[] values) =>
        (values.Length == 1 ? tensor(values[0]) : tensor(values)).DetachFromDisposeScope();
}
