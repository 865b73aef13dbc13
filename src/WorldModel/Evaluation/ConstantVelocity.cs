namespace WorldModel.Evaluation;

/// <summary>The control that lets everything move on as it moves now: no force, Newton's first law.</summary>
public sealed class ConstantVelocity : IDynamics
{
    private readonly Trajectories like;

    /// <summary>A control for runs whose first half of channels are positions and the second half their velocities.</summary>
    /// <exception cref="ArgumentException">The units do not say so.</exception>
    public ConstantVelocity(Trajectories like)
    {
        var half = like.State.Size / 2;
        var channels = like.State.Channels;
        if (like.State.Size % 2 != 0 || Enumerable.Range(0, half).Any(i => channels[half + i].Unit != $"{channels[i].Unit}/s"))
        {
            throw new ArgumentException($"constant velocity needs positions and then their velocities, and the channels are: {like.State}", nameof(like));
        }

        this.like = like;
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
        var half = State.Size / 2;
        var (position, velocity) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        return cat([position + Dt * velocity, velocity], dim: -1).MoveToOuterDisposeScope();
    }
}
