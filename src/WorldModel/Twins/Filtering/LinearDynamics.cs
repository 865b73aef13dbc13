using WorldModel.Native;

namespace WorldModel.Twins;

/// <summary>A linear engine: next state = F·state + G·action. Matrices of 64-bit floats.</summary>
public sealed class LinearDynamics : IDynamics
{
    private readonly Tensor transition;
    private readonly Tensor control;

    /// <summary>An engine without actions.</summary>
    /// <param name="state">Channels of the state, size S.</param>
    /// <param name="transition">F [S, S].</param>
    /// <param name="dt">Length of one step [s].</param>
    /// <exception cref="ArgumentException">A matrix has the wrong size or a number that is not finite.</exception>
    public LinearDynamics(Space state, double[,] transition, double dt) : this((state, Space.None), transition, new double[state.Size, 0], dt)
    {
    }

    /// <summary>An engine with actions.</summary>
    /// <param name="spaces">Channels of the state, size S, and of the action, size A.</param>
    /// <param name="transition">F [S, S].</param>
    /// <param name="control">G [S, A].</param>
    /// <param name="dt">Length of one step [s].</param>
    /// <exception cref="ArgumentException">A matrix has the wrong size or a number that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a positive number.</exception>
    public LinearDynamics((Space State, Space Action) spaces, double[,] transition, double[,] control, double dt)
    {
        TorchLibrary.EnsureLoaded();
        KalmanRules.RequireSize(transition, spaces.State.Size, spaces.State.Size, "F");
        KalmanRules.RequireSize(control, spaces.State.Size, spaces.Action.Size, "G");
        Dt = double.IsFinite(dt) && dt > 0 ? dt : throw new ArgumentOutOfRangeException(nameof(dt), dt, "a step must be longer than 0 s");
        (State, Action) = spaces;
        this.transition = tensor(transition).DetachFromDisposeScope();
        this.control = tensor(control).DetachFromDisposeScope();
    }

    /// <inheritdoc />
    public Space State { get; }

    /// <inheritdoc />
    public Space Action { get; }

    /// <inheritdoc />
    public double Dt { get; }

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var moved = state.matmul(transition.to(state.dtype).t());
        return (Action.Size == 0 ? moved : moved + action.matmul(control.to(state.dtype).t())).MoveToOuterDisposeScope();
    }
}
