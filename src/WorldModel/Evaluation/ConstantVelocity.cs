namespace WorldModel.Evaluation;

/// <summary>The control that lets everything move on as it moves now: no force, Newton's first law.</summary>
public sealed class ConstantVelocity : IDynamics
{
    private readonly Trajectories like;
    private readonly int count;

    /// <summary>A control for runs whose channels are positions, then as many velocities, then what stays as it is, such as masses.</summary>
    /// <exception cref="ArgumentException">The units do not say so.</exception>
    public ConstantVelocity(Trajectories like)
    {
        var channels = like.State.Channels;
        var half = Array.FindIndex(channels, channel => channel.Unit == $"{channels[0].Unit}/s");
        if (half < 1 || 2 * half > channels.Length || Enumerable.Range(0, half).Any(i => channels[half + i].Unit != $"{channels[i].Unit}/s")
            || channels.Skip(2 * half).Any(channel => channel.Unit.EndsWith("/s", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"constant velocity needs positions and then their velocities, and the channels are: {like.State}", nameof(like));
        }

        (this.like, count) = (like, half);
    }

    /// <inheritdoc />
    public Space State => like.State;

    /// <inheritdoc />
    public Space Action => like.Action;

    /// <inheritdoc />
    public double Dt => like.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (position, rest) = (state.narrow(-1, 0, count), state.narrow(-1, count, State.Size - count));
        return cat([position + Dt * rest.narrow(-1, 0, count), rest], dim: -1).MoveToOuterDisposeScope();
    }
}
