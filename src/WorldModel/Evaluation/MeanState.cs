using WorldModel.Data;

namespace WorldModel.Evaluation;

/// <summary>The control that always answers with the mean of the training runs.</summary>
/// <param name="train">Runs to average.</param>
public sealed class MeanState(Trajectories train) : IDynamics
{
    private readonly Tensor mean = Scaler.Fit(train.States).Mean;

    /// <inheritdoc />
    public Space State => train.State;

    /// <inheritdoc />
    public Space Action => train.Action;

    /// <inheritdoc />
    public double Dt => train.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action) => mean.expand(state.shape[0], -1);
}
