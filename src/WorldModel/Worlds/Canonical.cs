namespace WorldModel.Worlds;

/// <summary>
/// A world told in positions and momenta p = m·v instead of positions and velocities, as Hamilton's equations want it; for
/// worlds whose inertia m does not change. The first half of the world's channels are positions, the second half their
/// velocities, and no action is taken away from it. A spring with k = 2 N/m and m = ½ kg has H = p² + q², a pendulum with
/// g/l = 6 s⁻² and m·l² = ½ kg·m² has H = 3·(1 − cos q) + p²: the two tasks of Greydanus et al. (arXiv 1906.01563).
/// </summary>
/// <param name="world">Equations of motion in positions and velocities.</param>
/// <param name="inertia">Inertia of every position: m [kg], or m·l² [kg·m²] for an angle.</param>
public sealed class Canonical(IPhysics world, double inertia) : IPhysics
{
    private readonly int half = Half(world);

    /// <inheritdoc />
    public Space State { get; } = new([.. world.State.Channels.Take(Half(world)), .. world.State.Channels.Take(Half(world)).Select(Momentum)]);

    /// <inheritdoc />
    public Space Action => world.Action;

    /// <inheritdoc />
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return ToMomenta(world.Derivative(ToVelocities(state), action)).MoveToOuterDisposeScope();
    }

    /// <summary>Positions and momenta from positions and velocities [..., S]; of rates of change as well.</summary>
    public Tensor ToMomenta(Tensor state) => Scaled(state, inertia);

    /// <summary>Positions and velocities from positions and momenta [..., S].</summary>
    public Tensor ToVelocities(Tensor state) => Scaled(state, 1 / inertia);

    private Tensor Scaled(Tensor state, double factor)
    {
        using var scope = NewDisposeScope();
        return cat([state.narrow(-1, 0, half), factor * state.narrow(-1, half, half)], dim: -1).MoveToOuterDisposeScope();
    }

    private static Channel Momentum(Channel place) =>
        new($"momentum of {place.Name}", place.Unit == "rad" ? "kg·m²·rad/s" : $"kg·{place.Unit}/s");

    private static int Half(IPhysics world) => world.State.Size % 2 == 0
        ? world.State.Size / 2
        : throw new ArgumentException($"momenta need as many velocities as positions, and the state is {world.State}", nameof(world));
}
