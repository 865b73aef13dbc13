namespace WorldModel.Evaluation;

/// <summary>The control that says nothing moves.</summary>
/// <param name="like">Runs whose channels and step it takes over.</param>
public sealed class Persistence(Trajectories like) : IDynamics
{
    /// <inheritdoc />
    public Space State => like.State;

    /// <inheritdoc />
    public Space Action => like.Action;

    /// <inheritdoc />
    public double Dt => like.Dt;

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action) => state.alias();
}
