namespace WorldModel.Worlds;

/// <summary>
/// Equations of motion written down where they are needed: any law of tensors, such as one with unknowns in it and a
/// network at the place that physics leaves open. Gradients flow to whatever the function uses.
/// </summary>
/// <param name="state">Channels of the state, size S.</param>
/// <param name="action">Channels of the action, size A.</param>
/// <param name="derivative">dx/dt [B, S], in the state's units per second, from state [B, S] and action [B, A].</param>
public sealed class Equations(Space state, Space action, Func<Tensor, Tensor, Tensor> derivative) : IPhysics
{
    /// <inheritdoc />
    public Space State => state;

    /// <inheritdoc />
    public Space Action => action;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The function gives another shape than the state has.</exception>
    public Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var rate = derivative(state, action);
        return rate.shape.SequenceEqual(state.shape)
            ? rate.MoveToOuterDisposeScope()
            : throw new InvalidOperationException(
                $"the rate of change of states [{string.Join(", ", state.shape)}] must have their shape, and these equations give [{string.Join(", ", rate.shape)}]: is there one rate for each of {State}?");
    }
}
