namespace WorldModel;

/// <summary>The same dynamics seen at a slower rate: one step of these is several steps of those, with the action held.</summary>
/// <param name="dynamics">What is stepped.</param>
/// <param name="stride">Its steps for one of these.</param>
/// <exception cref="ArgumentOutOfRangeException">The stride is not positive.</exception>
public sealed class Strided(IDynamics dynamics, int stride) : IFastRollout
{
    private readonly int stride = stride > 0 ? stride : throw new ArgumentOutOfRangeException(nameof(stride), stride, "a step of these must be at least one step of those");

    /// <inheritdoc />
    public Space State => dynamics.State;

    /// <inheritdoc />
    public Space Action => dynamics.Action;

    /// <inheritdoc />
    public double Dt => dynamics.Dt * stride;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        if (TryRun(state, action.unsqueeze(1), stride: 1) is { } fast)
        {
            return fast.select(1, 1).MoveToOuterDisposeScope();
        }

        var next = state.alias();
        for (var step = 0; step < stride; step++)
        {
            next = dynamics.Step(next, action);
        }

        return next.MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride) =>
        (dynamics as IFastRollout)?.TryRun(initial, actions, this.stride * stride);
}
