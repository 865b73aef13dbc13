using WorldModel.Data;

namespace WorldModel.Evaluation;

/// <summary>The control that always answers with the mean of the training runs, their initial states left out.</summary>
/// <param name="train">Runs to average.</param>
public sealed class MeanState(Trajectories train) : IDynamics
{
    private readonly Tensor mean = Mean(train);

    /// <inheritdoc />
    public Space State => train.State;

    /// <inheritdoc />
    public Space Action => train.Action;

    /// <inheritdoc />
    public double Dt => train.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action) => mean.expand(state.shape[0], -1);

    private static Tensor Mean(Trajectories train)
    {
        using var scope = NewDisposeScope();
        return Scaler.Fit(train.States.narrow(1, 1, train.Steps)).Mean.DetachFromDisposeScope();
    }
}
