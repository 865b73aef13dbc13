namespace WorldModel;

/// <summary>The same dynamics seen at a slower rate: one step of these is several steps of those, with the action held.</summary>
/// <param name="dynamics">What is stepped.</param>
/// <param name="stride">Its steps for one of these.</param>
/// <exception cref="ArgumentOutOfRangeException">The stride is not positive.</exception>
public sealed class Strided(IDynamics dynamics, int stride) : IDynamics
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
        var next = state.alias();
        for (var step = 0; step < stride; step++)
        {
            next = dynamics.Step(next, action);
        }

        return next.MoveToOuterDisposeScope();
    }
}
