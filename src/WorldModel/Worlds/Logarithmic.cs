namespace WorldModel.Worlds;

/// <summary>
/// The same dynamics with every channel as its natural logarithm, so that a difference is a relative error. For
/// channels that are positive; other values become NaN.
/// </summary>
/// <param name="dynamics">What is stepped.</param>
public sealed class Logarithmic(IDynamics dynamics) : IDynamics
{
    /// <summary>The channels as "ln height", without units.</summary>
    public Space State { get; } = new([.. dynamics.State.Channels.Select(channel => new Channel($"ln {channel.Name}", ""))]);

    /// <inheritdoc />
    public Space Action => dynamics.Action;

    /// <inheritdoc />
    public double Dt => dynamics.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return dynamics.Step(state.exp(), action).log().MoveToOuterDisposeScope();
    }
}
