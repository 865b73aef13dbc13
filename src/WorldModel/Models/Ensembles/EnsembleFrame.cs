using WorldModel.Data;

namespace WorldModel.Models;

/// <summary>How an ensemble's networks stand to states: what they see, in which units they answer. It only borrows its tensors.</summary>
/// <param name="Features">What of a state they see.</param>
/// <param name="Mean">Of each feature [F].</param>
/// <param name="Deviation">Of each feature [F].</param>
/// <param name="Usual">Mean change of a step [S].</param>
/// <param name="Changes">Deviation of the changes of a step [S].</param>
internal readonly record struct EnsembleFrame(FeatureMap Features, Tensor Mean, Tensor Deviation, Tensor Usual, Tensor Changes)
{
    /// <summary>Scaled features [..., F] of states and actions: what goes into the networks.</summary>
    internal Tensor Inputs(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        return ((Features.Of(state, action) - Mean) / Deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Scaled changes [..., S] from one state to the next: what the networks should answer.</summary>
    internal Tensor Targets(Tensor state, Tensor next)
    {
        using var scope = NewDisposeScope();
        return ((Features.Turn(next - state, state) - Usual) / Changes).MoveToOuterDisposeScope();
    }

    /// <summary>Next states [..., S] from states and scaled changes.</summary>
    internal Tensor Next(Tensor state, Tensor change)
    {
        using var scope = NewDisposeScope();
        var from = state.expand_as(change);
        return (from + Features.TurnBack(Usual + (Changes * change), from)).MoveToOuterDisposeScope();
    }

    /// <summary>Variances [..., S] of next states from states and logarithms of variances of scaled changes.</summary>
    internal Tensor Variance(Tensor state, Tensor logarithm)
    {
        using var scope = NewDisposeScope();
        return Features.TurnBackVariance(Changes.square() * logarithm.exp(), state.expand_as(logarithm)).MoveToOuterDisposeScope();
    }

    /// <summary>Fills in the scales of runs.</summary>
    internal void Learn(Trajectories train)
    {
        var (before, after) = (train.States.narrow(1, 0, train.Steps), train.States.narrow(1, 1, train.Steps));
        var inputs = Scaler.Fit(Features.Of(before, train.Actions));
        var steps = Scaler.Fit(Features.Turn(after - before, before));
        foreach (var (to, from) in new[] { (Mean, inputs.Mean), (Deviation, inputs.Deviation), (Usual, steps.Mean), (Changes, steps.Deviation) })
        {
            to.copy_(from);
        }
    }
}
