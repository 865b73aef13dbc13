using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// Two point masses on massless rods, the second hung from the first, without friction: chaos in four numbers. Angles are
/// measured from hanging down. Source: Landau and Lifshitz, Mechanics, §5, problem 1.
/// </summary>
public sealed class DoublePendulum : IFastPhysics
{
    /// <summary>Masses m₁ (upper) and m₂ (lower) [2] [kg].</summary>
    public Tensor Masses { get; init; } = Constant.Of(1, 1);

    /// <summary>Lengths l₁ and l₂ of the rods [2] [m].</summary>
    public Tensor Lengths { get; init; } = Constant.Of(1, 1);

    /// <summary>Gravitational acceleration g [m/s²].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(9.81f);

    /// <inheritdoc />
    public Space State { get; } = new(
        new("upper angle", "rad"), new("lower angle", "rad"), new("upper angular speed", "rad/s"), new("lower angular speed", "rad/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new DoublePendulumLaw(), new(Masses, Size: 2), new(Lengths, Size: 2), Gravity);

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (apart, pull) = (state.narrow(-1, 0, 1) - state.narrow(-1, 1, 1), Gravity * state.narrow(-1, 0, 2).sin());
        var (sine, cosine, swing) = (apart.sin(), apart.cos(), Lengths * state.narrow(-1, 2, 2).square());
        var (fast, faster, lower, both) = (swing.narrow(-1, 0, 1), swing.narrow(-1, 1, 1), Masses[1], Masses.sum());
        var (upperPull, lowerPull) = (pull.narrow(-1, 0, 1), pull.narrow(-1, 1, 1));
        var upperForce = lower * cosine * (lowerPull - fast * sine) - lower * faster * sine - both * upperPull;
        var lowerForce = both * (fast * sine - lowerPull + cosine * upperPull) + lower * faster * sine * cosine;
        var turning = cat([upperForce, lowerForce], dim: -1) / (Lengths * (Masses[0] + lower * sine.square()));
        return cat([state.narrow(-1, 2, 2), turning], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Energy [J] of states [B, 4], as [B]; 0 where both rods are level and still.</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        var (lower, both) = (Masses[1], Masses.sum());
        var (speeds, heights) = (Lengths * state.narrow(-1, 2, 2), Lengths * state.narrow(-1, 0, 2).cos());
        var (first, second) = (speeds.select(-1, 0), speeds.select(-1, 1));
        var together = (state.select(-1, 0) - state.select(-1, 1)).cos();
        var motion = 0.5 * both * first.square() + 0.5 * lower * second.square() + lower * first * second * together;
        return (motion - Gravity * (both * heights.select(-1, 0) + lower * heights.select(-1, 1))).MoveToOuterDisposeScope();
    }
}
