using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// A rowing boat on the plane of the water, and its two oars. The hull has three degrees of freedom (Fossen, Handbook of
/// Marine Craft Hydrodynamics and Motion Control, 2011, chapters 3 and 6), M·dν/dt + C(ν)·ν + D(ν)·ν = τ, where ν is surge,
/// sway and yaw rate through the water, C the Coriolis terms of M, and D quadratic drag. Each oar goes round in its stroke
/// cycle: its shaft sweeps the angle θ = −Θ·cos φ, in the water on the way aft (drive, sin φ > 0), in the air on the way back
/// (recovery). A blade pushes as hard as it slips: P = k·σ·|σ|·sin φ at the slip σ through the water, along its normal. A slow
/// oar in a fast boat brakes. The defaults are plausible for a small boat, not measured.
/// </summary>
public sealed class Boat : IFastPhysics
{
    /// <summary>Mass along surge and sway [kg] and moment of inertia of yaw [kg·m²], each with the water that moves along [3].</summary>
    public Tensor Inertia { get; init; } = Constant.Of(170, 260, 160);

    /// <summary>Quadratic drag of surge and sway [N·s²/m²] and of yaw [N·m·s²] [3].</summary>
    public Tensor Drag { get; init; } = Constant.Of(20, 220, 180);

    /// <summary>Current along x and y [2] [m/s]; the same everywhere.</summary>
    public Tensor Current { get; init; } = Constant.Of(0, 0);

    /// <summary>Length of an oar from its lock to the blade [m].</summary>
    public Tensor OarLength { get; init; } = Constant.Of(1.8f);

    /// <summary>Distance of a lock from the middle of the boat [m].</summary>
    public Tensor LockDistance { get; init; } = Constant.Of(0.65f);

    /// <summary>Angle Θ of a shaft at the catch and at the finish [rad].</summary>
    public Tensor Sweep { get; init; } = Constant.Of(0.85f);

    /// <summary>Resistance k of a blade in the water [N·s²/m²].</summary>
    public Tensor Blade { get; init; } = Constant.Of(60);

    /// <inheritdoc />
    public Space State { get; } = new(
        new("x", "m"), new("y", "m"), new("heading", "rad"), new("surge", "m/s"), new("sway", "m/s"), new("yaw rate", "rad/s"),
        new("left stroke", "rad"), new("right stroke", "rad"));

    /// <summary>Strokes a second of each oar; below 0 it backs.</summary>
    public Space Action { get; } = new(new("left rate", "1/s"), new("right rate", "1/s"));

    LaneLaw IFastPhysics.Law => LaneLaw.Of(
        new BoatLaw(), new(Inertia, Size: 3), new(Drag, Size: 3), new(Current, Size: 2), OarLength, LockDistance, Sweep, Blade);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (cosine, sine) = (state.narrow(-1, 2, 1).cos(), state.narrow(-1, 2, 1).sin());
        var along = Current[0] * cosine + Current[1] * sine;
        var across = Current[1] * cosine - Current[0] * sine;
        var (surge, sway, yaw) = (state.narrow(-1, 3, 1) - along, state.narrow(-1, 4, 1) - across, state.narrow(-1, 5, 1));
        var turning = 2 * Math.PI * action;
        var (push, slide, twist) = Oars(state.narrow(-1, 6, 2), turning, (surge, sway, yaw));
        var (ahead, aside, about) = (Inertia[0], Inertia[1], Inertia[2]);
        var faster = (push + aside * sway * yaw - Drag[0] * surge * surge.abs()) / ahead + yaw * across;
        var sideways = (slide - ahead * surge * yaw - Drag[1] * sway * sway.abs()) / aside - yaw * along;
        var around = (twist - (aside - ahead) * surge * sway - Drag[2] * yaw * yaw.abs()) / about;
        var (overGround, aslant) = (state.narrow(-1, 3, 1), state.narrow(-1, 4, 1));
        return cat(
            [overGround * cosine - aslant * sine, overGround * sine + aslant * cosine, yaw, faster, sideways, around, turning], dim: -1).MoveToOuterDisposeScope();
    }

    // Force along and across the boat and torque about its middle, of both oars together: left is towards positive y.
    private (Tensor Push, Tensor Slide, Tensor Twist) Oars(Tensor phase, Tensor turning, (Tensor Surge, Tensor Sway, Tensor Yaw) hull)
    {
        var side = tensor(new[] { 1f, -1f }, device: phase.device).to(phase.dtype);
        var angle = -Sweep * phase.cos();
        var lever = OarLength + LockDistance * angle.cos();
        var sweeping = OarLength * Sweep * turning * phase.sin();
        var slip = sweeping - hull.Surge * angle.cos() - side * hull.Sway * angle.sin() + side * hull.Yaw * lever;
        var force = Blade * slip * slip.abs() * phase.sin().clamp_min(0);
        return ((force * angle.cos()).sum(-1, keepdim: true), (side * force * angle.sin()).sum(-1, keepdim: true), (-side * force * lever).sum(-1, keepdim: true));
    }
}
