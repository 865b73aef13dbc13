using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// An apple in the air and on the ground: gravity, quadratic drag relative to the wind, a ground that it bounces on.
/// dv/dt = −g·ẑ − k·|u|·u with u = v − wind. Every parameter is a tensor, so it can be calibrated.
/// </summary>
public sealed class Apple : IFastPhysics, IImpact
{
    /// <summary>Gravitational acceleration [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(9.81f);

    /// <summary>Drag ½·ρ·c·A/m [1/m]; 0 in a vacuum. An apple of 7.5 cm and 180 g has about 0.007.</summary>
    public Tensor Drag { get; init; } = Constant.Of(0.007f);

    /// <summary>Wind [3] [m/s].</summary>
    public Tensor Wind { get; init; } = Constant.Of(0, 0, 0);

    /// <summary>Restitution: speed away from the ground over speed towards it, 0 (sticks) to 1 (no loss).</summary>
    public Tensor Restitution { get; init; } = Constant.Of(0.5f);

    /// <summary>Fraction of the speed along the ground that a bounce leaves, 0 to 1.</summary>
    public Tensor Grip { get; init; } = Constant.Of(0.8f);

    /// <inheritdoc />
    public Space State { get; } = new(
        new("x", "m"), new("y", "m"), new("height", "m"),
        new("x speed", "m/s"), new("y speed", "m/s"), new("climb", "m/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.WithImpacts(new AppleLaw(), Gravity, Drag, new(Wind, Size: 3), Restitution, Grip);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var velocity = state.narrow(-1, 3, 3);
        var airspeed = velocity - Wind;
        var drag = -Drag * airspeed.square().sum(-1, keepdim: true).clamp_min(1e-12).sqrt() * airspeed;
        var acceleration = cat([drag.narrow(-1, 0, 2), drag.narrow(-1, 2, 1) - Gravity], dim: -1);
        return cat([velocity, acceleration], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Bounces off height 0. The moment of impact comes from the parabola through the step's ends; after it the apple
    /// flies on along the parabola that begins with the rebound. Where it would not leave the ground within the step it
    /// lies still. Lying counts as a bounce in every step, so <see cref="Grip"/> soon stops an apple that slides.
    /// </summary>
    public Tensor Resolve(Tensor before, Tensor after, double dt)
    {
        using var scope = NewDisposeScope();
        var (fall, impact) = Impact(before, after, dt);
        var (left, velocity) = (dt - fall, before.narrow(-1, 3, 2));
        var arriving = velocity + (after.narrow(-1, 3, 2) - velocity) * (fall / dt);
        var place = cat([before.narrow(-1, 0, 2) + 0.5 * (velocity + arriving) * fall, zeros_like(fall)], dim: -1);
        var leaving = cat([arriving * Grip, Restitution * impact], dim: -1);

        // The drag of the fall points up and that of the rise points down: the force has to be asked for again.
        var acceleration = Derivative(cat([place, leaving], dim: -1), before.narrow(-1, 0, 0)).narrow(-1, 3, 3);
        var end = place + leaving * left + 0.5 * acceleration * left.square();
        var flies = (end.narrow(-1, 2, 1) > 0).to(after.dtype);
        var moves = cat([ones_like(flies), ones_like(flies), flies], dim: -1);
        var bounced = cat([end * moves, (leaving + acceleration * left) * moves], dim: -1);
        return where(Hits(before, after), bounced, after).MoveToOuterDisposeScope();
    }

    // Below the ground and on the way down at either end of the step; a noisy reading below it that rises is left alone.
    private static Tensor Hits(Tensor before, Tensor after) =>
        (after.narrow(-1, 2, 1) < 0).logical_and((before.narrow(-1, 5, 1) < 0).logical_or(after.narrow(-1, 5, 1) < 0));

    // Time [s] until the ground and speed [m/s] there. Of the two forms of a parabola's root each is exact where the
    // other one divides by nothing: on the way up, and on the way down (where drag may well exceed gravity).
    private static (Tensor Fall, Tensor Speed) Impact(Tensor before, Tensor after, double dt)
    {
        var (height, climb) = (before.narrow(-1, 2, 1), before.narrow(-1, 5, 1));
        var acceleration = (after.narrow(-1, 5, 1) - climb) / dt;
        var speed = (climb.square() - 2 * acceleration * height).clamp_min(1e-12).sqrt();
        var rising = (climb + speed) / -acceleration.clamp_max(-1e-6);
        var falling = 2 * height / (speed - climb).clamp_min(1e-6);
        return (where(climb > 0, rising, falling).clamp(0, dt), speed);
    }
}
