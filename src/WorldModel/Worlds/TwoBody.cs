using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>
/// Two point masses that attract each other in a plane, Kepler's problem: closed orbits with period
/// T = 2π·√(a³/(G·(m₁ + m₂))), where a is half the long axis of the relative orbit. Source: Landau and Lifshitz,
/// Mechanics, §15. With G and masses of 1 it is the two-body task of Greydanus et al. (arXiv 1906.01563).
/// </summary>
public sealed class TwoBody : IFastPhysics
{
    /// <summary>Masses m₁ and m₂ [2] [kg].</summary>
    public Tensor Masses { get; init; } = Constant.Of(1, 1);

    /// <summary>Gravitational constant G [m³/(kg·s²)].</summary>
    public Tensor Gravity { get; init; } = Constant.Of(1);

    /// <inheritdoc />
    public Space State { get; } = Gravitation.StateOf("first", "second");

    /// <summary>Channels of the second body as seen from the first.</summary>
    public Space RelativeState { get; } = new(new("x", "m"), new("y", "m"), new("speed x", "m/s"), new("speed y", "m/s"));

    /// <inheritdoc />
    public Space Action => Space.None;

    LaneLaw IFastPhysics.Law => LaneLaw.Of(new GravityLaw(), Gravity, new(Masses, Size: 2));

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action) => Gravitation.Derivative(state, Masses, Gravity);

    /// <summary>Energy [J] of states [..., 8], as [...].</summary>
    public Tensor Energy(Tensor state) => Gravitation.Energy(state, Masses, Gravity);

    /// <summary>Momentum [kg·m/s] of states [..., 8], as [..., 2].</summary>
    public Tensor Momentum(Tensor state) => Gravitation.Momentum(state, Masses);

    /// <summary>Angular momentum about the origin [kg·m²/s] of states [..., 8], as [...].</summary>
    public Tensor AngularMomentum(Tensor state) => Gravitation.AngularMomentum(state, Masses);

    /// <summary>The second body as seen from the first, [..., 4] from states [..., 8]; of rates of change as well.</summary>
    public static Tensor Relative(Tensor state)
    {
        using var scope = NewDisposeScope();
        return cat([state.narrow(-1, 2, 2) - state.narrow(-1, 0, 2), state.narrow(-1, 6, 2) - state.narrow(-1, 4, 2)], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Energy of the relative motion [J] of relative states [..., 4], as [...]: ½·μ·v² − G·m₁·m₂/r with μ = m₁·m₂/(m₁ + m₂).</summary>
    public Tensor RelativeEnergy(Tensor relative)
    {
        using var scope = NewDisposeScope();
        var (product, distance) = (Masses.prod(), relative.narrow(-1, 0, 2).square().sum(-1).sqrt());
        var motion = 0.5 * product / Masses.sum() * relative.narrow(-1, 2, 2).square().sum(-1);
        return (motion - Gravity * product / distance).MoveToOuterDisposeScope();
    }
}
