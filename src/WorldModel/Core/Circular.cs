namespace WorldModel;

/// <summary>
/// The same dynamics with angles as a dial shows them: by the cosine and the sine of its hand. A full turn more is then the
/// same state, as a network should see it, whatever network it is.
/// </summary>
public sealed class Circular : IFastRollout
{
    private readonly IDynamics dynamics;
    private readonly int[] angles;

    /// <summary>Dynamics in which some channels are angles.</summary>
    /// <param name="dynamics">What is stepped.</param>
    /// <param name="angles">Names of its angles; each becomes two channels, its cosine and its sine.</param>
    /// <exception cref="ArgumentException">A channel does not exist, or none is named.</exception>
    public Circular(IDynamics dynamics, params string[] angles)
    {
        if (angles.Length == 0)
        {
            throw new ArgumentException("name at least one angle, or use the dynamics as they are", nameof(angles));
        }

        (this.dynamics, this.angles) = (dynamics, [.. angles.Select(dynamics.State.IndexOf)]);
        State = new([.. dynamics.State.Channels.SelectMany(channel => angles.Contains(channel.Name)
            ? [new Channel($"cos {channel.Name}", ""), new Channel($"sin {channel.Name}", "")]
            : new[] { channel })]);
    }

    /// <inheritdoc />
    public Space State { get; }

    /// <inheritdoc />
    public Space Action => dynamics.Action;

    /// <inheritdoc />
    public double Dt => dynamics.Dt;

    /// <summary>States [..., S'] with cosines and sines, of states [..., S] with angles.</summary>
    public Tensor Shown(Tensor state)
    {
        using var scope = NewDisposeScope();
        return cat([.. Enumerable.Range(0, dynamics.State.Size).SelectMany(i => Dial(state.narrow(-1, i, 1), angles.Contains(i)))], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>States [..., S] with angles from −π to π, of states [..., S'] with cosines and sines: undoes <see cref="Shown(Tensor)"/> but for full turns.</summary>
    public Tensor Angles(Tensor shown)
    {
        using var scope = NewDisposeScope();
        var (columns, at) = (new List<Tensor>(), 0);
        for (var i = 0; i < dynamics.State.Size; i++)
        {
            columns.Add(angles.Contains(i) ? atan2(shown.narrow(-1, at + 1, 1), shown.narrow(-1, at, 1)) : shown.narrow(-1, at, 1));
            at += angles.Contains(i) ? 2 : 1;
        }

        return cat(columns, dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Runs with angles, of runs with cosines and sines.</summary>
    public Trajectories Angles(Trajectories shown) => new(dynamics.State, shown.Action, Angles(shown.States), shown.Actions, shown.Dt);

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return Shown(dynamics.Step(Angles(state), action)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride)
    {
        using var scope = NewDisposeScope();
        return (dynamics as IFastRollout)?.TryRun(Angles(initial), actions, stride) is { } states ? Shown(states).MoveToOuterDisposeScope() : null;
    }

    private static Tensor[] Dial(Tensor channel, bool isAngle) => isAngle ? [channel.cos(), channel.sin()] : [channel];
}
