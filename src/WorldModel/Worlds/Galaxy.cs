namespace WorldModel.Worlds;

/// <summary>
/// Bodies that pull each other: the acceleration of body i is G·Σ m_j·d·(|d|² + ε²)^((p−1)/2) over the others, with d from i to
/// j; Newton's law for p = −2 and ε = 0. Lengths in metres and a <see cref="Gravity"/> near 1 make it a toy; radii only
/// serve for drawing. Source of the softening ε: Aarseth, Monthly Notices of the Royal Astronomical Society 126, 1963.
/// </summary>
/// <param name="count">Number of bodies N; those of mass 0 are empty places.</param>
public sealed class Galaxy(int count) : IPhysics
{
    private readonly Crowd crowd = new(count);

    /// <summary>Gravitational constant G [m³/(kg·s²)], for p = −2.</summary>
    public Tensor Gravity { get; init; } = Constant.Of(1);

    /// <summary>Softening length ε [m]: nearer than this, bodies pull each other less and less.</summary>
    public Tensor Softening { get; init; } = Constant.Of(0);

    /// <summary>Power p of the distance with which the pull falls off.</summary>
    public Tensor Power { get; init; } = Constant.Of(-2);

    /// <summary>Channels of a <see cref="Crowd"/>.</summary>
    public Space State => crowd.State;

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (masses, still) = (crowd.Masses(state), zeros_like(crowd.Masses(state)));
        var (apart, squared) = Distances(state);
        var pull = Gravity * masses.unsqueeze(-2) * squared.pow((Power - 1) / 2);
        var isThere = (masses > 0).to(state.dtype).unsqueeze(-1);
        var acceleration = (pull.unsqueeze(-1) * apart).sum(-2L);
        return Crowd.Compose(isThere * crowd.Velocities(state), isThere * acceleration, still, still).MoveToOuterDisposeScope();
    }

    /// <summary>Kinetic and potential energy [...] [J] of states [..., 6·N]; the potential is 0 far away (for p = −1: at 1 m).</summary>
    public Tensor Energy(Tensor states)
    {
        using var scope = NewDisposeScope();
        var (masses, (_, squared)) = (crowd.Masses(states), Distances(states));
        var power = Power + 1;
        var potential = where(power == 0, 0.5 * squared.log(), squared.pow(power / 2) / where(power == 0, ones_like(power), power));
        var pairs = Gravity * masses.unsqueeze(-1) * masses.unsqueeze(-2) * potential;
        return (crowd.KineticEnergy(states) + pairs.triu(1).sum(-1L).sum(-1L)).MoveToOuterDisposeScope();
    }

    // From body i to body j [..., N, N, 2], and softened squared distances [..., N, N]. A body's own is 1, so that no
    // power of it is infinite; nothing comes of it, because the way to itself is 0 and energies count i < j.
    private (Tensor Apart, Tensor Squared) Distances(Tensor states)
    {
        var places = crowd.Positions(states);
        var apart = places.unsqueeze(-3) - places.unsqueeze(-2);
        return (apart, apart.square().sum(-1L) + Softening.square() + eye(crowd.Count, dtype: states.dtype, device: states.device));
    }
}
