using WorldModel.Data;

namespace WorldModel.Evaluation;

/// <summary>The control that a line could have done it: next state = [state, action, 1]·W by least squares (the smallest W where several fit).</summary>
public sealed class LinearModel : IDynamics
{
    private readonly Trajectories train;
    private readonly Tensor weights;

    /// <summary>Fits W [S+A+1, S] to all single steps of the training runs.</summary>
    public LinearModel(Trajectories train)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var steps = Windows.Cut(train, steps: 1);
        var (inputs, targets) = (Inputs(steps.Initial, steps.Actions.select(1, 0)), steps.Targets.select(1, 0));

        // The pseudo-inverse, because a channel that never changes makes the columns dependent.
        var solution = linalg.pinv(inputs.to(ScalarType.Float64)).matmul(targets.to(ScalarType.Float64));
        weights = solution.to(train.States.dtype).DetachFromDisposeScope();
        this.train = train;
    }

    /// <inheritdoc />
    public Space State => train.State;

    /// <inheritdoc />
    public Space Action => train.Action;

    /// <inheritdoc />
    public double Dt => train.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return Inputs(state, action).matmul(weights).MoveToOuterDisposeScope();
    }

    private static Tensor Inputs(Tensor state, Tensor action) => cat([state, action, ones_like(state.narrow(-1, 0, 1))], dim: -1);
}
