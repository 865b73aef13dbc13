namespace WorldModel.Worlds;

/// <summary>
/// The state of many objects in a plane: all places, then all velocities, then the masses and the radii, which are part
/// of the state although they never change. So each run may have its own objects, a sensor weighs them like anything
/// else it sees, and a model that reads them needs no second input. An object of mass 0 is an empty place.
/// </summary>
public sealed record Crowd
{
    private const int ChannelsEach = 6;

    /// <summary>A crowd of so many objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public Crowd(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
        State = new([.. Channels(count)]);
    }

    /// <summary>Number of objects N.</summary>
    public int Count { get; }

    /// <summary>Channels, size 6·N: x 1 [m], y 1, x 2, …, vx 1 [m/s], vy 1, …, mass 1 [kg], …, radius 1 [m], ….</summary>
    public Space State { get; }

    /// <summary>The crowd with these channels.</summary>
    /// <exception cref="ArgumentException">They are not those of a crowd.</exception>
    public static Crowd Of(Space state)
    {
        var crowd = state.Size >= ChannelsEach ? new Crowd(state.Size / ChannelsEach) : null;
        return crowd is not null && crowd.State.SameAs(state)
            ? crowd
            : throw new ArgumentException($"a crowd has the channels x 1 [m], y 1 [m], …, vx 1 [m/s], vy 1 [m/s], …, mass 1 [kg], …, radius 1 [m], … and here they are: {state}", nameof(state));
    }

    /// <summary>Places [..., N, 2] [m] from states [..., 6·N].</summary>
    public Tensor Positions(Tensor states) => Pick(states, 0);

    /// <summary>Velocities [..., N, 2] [m/s] from states [..., 6·N].</summary>
    public Tensor Velocities(Tensor states) => Pick(states, 2 * Count);

    /// <summary>Masses [..., N] [kg] from states [..., 6·N].</summary>
    public Tensor Masses(Tensor states) => states.narrow(-1, 4 * Count, Count);

    /// <summary>Radii [..., N] [m] from states [..., 6·N].</summary>
    public Tensor Radii(Tensor states) => states.narrow(-1, 5 * Count, Count);

    /// <summary>States [..., 6·N] from places and velocities [..., N, 2], masses and radii [..., N].</summary>
    public static Tensor Compose(Tensor positions, Tensor velocities, Tensor masses, Tensor radii)
    {
        using var scope = NewDisposeScope();
        return cat([positions.flatten(-2, -1), velocities.flatten(-2, -1), masses, radii], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>The same objects elsewhere: states [..., 6·N] with other places and velocities [..., N, 2].</summary>
    public Tensor Moved(Tensor states, Tensor positions, Tensor velocities)
    {
        using var scope = NewDisposeScope();
        return Compose(positions, velocities, Masses(states), Radii(states)).MoveToOuterDisposeScope();
    }

    /// <summary>Total momentum [..., 2] [kg·m/s] of states [..., 6·N].</summary>
    public Tensor Momentum(Tensor states)
    {
        using var scope = NewDisposeScope();
        return (Masses(states).unsqueeze(-1) * Velocities(states)).sum(-2L).MoveToOuterDisposeScope();
    }

    /// <summary>Total kinetic energy [...] [J] of states [..., 6·N].</summary>
    public Tensor KineticEnergy(Tensor states)
    {
        using var scope = NewDisposeScope();
        return (0.5 * Masses(states) * Velocities(states).square().sum(-1L)).sum(-1L).MoveToOuterDisposeScope();
    }

    private Tensor Pick(Tensor states, int start)
    {
        using var scope = NewDisposeScope();
        return states.narrow(-1, start, 2 * Count).reshape([.. states.shape[..^1], Count, 2]).MoveToOuterDisposeScope();
    }

    private static IEnumerable<Channel> Channels(int count)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        return
        [
            .. numbers.SelectMany(n => new Channel[] { new($"x {n}", "m"), new($"y {n}", "m") }),
            .. numbers.SelectMany(n => new Channel[] { new($"vx {n}", "m/s"), new($"vy {n}", "m/s") }),
            .. numbers.Select(n => new Channel($"mass {n}", "kg")), .. numbers.Select(n => new Channel($"radius {n}", "m")),
        ];
    }
}
