using WorldModel.Data;

namespace WorldModel.Planning;

/// <summary>All runs of a practice, as they were seen. Nothing is thrown away: real steps are dear.</summary>
public sealed class Replay
{
    private readonly List<Trajectories> runs = [];

    /// <summary>One run a trial, with states [1, T+1, S] each; they may differ in length.</summary>
    public IReadOnlyList<Trajectories> Runs => runs;

    /// <summary>Steps of all runs.</summary>
    public int Steps => runs.Sum(run => run.Steps);

    /// <summary>Every single step of every run as a run of its own: states [N, 2, S].</summary>
    /// <exception cref="InvalidOperationException">There is no run yet.</exception>
    public Trajectories OneByOne()
    {
        if (runs.Count == 0)
        {
            throw new InvalidOperationException("nothing was practised yet, so there is nothing to learn from: do a trial first");
        }

        using var scope = NewDisposeScope();
        var pieces = runs.Select(run => Windows.Cut(run, 1)).ToList();
        var (states, actions) = (cat([.. pieces.Select(piece => piece.States)], dim: 0), cat([.. pieces.Select(piece => piece.Actions)], dim: 0));
        return new(runs[0].State, runs[0].Action, states.MoveToOuterDisposeScope(), actions.MoveToOuterDisposeScope(), runs[0].Dt);
    }

    /// <summary>Keeps a run; its tensors are copied.</summary>
    internal void Add(Trajectories run)
    {
        using var noGradient = no_grad();
        runs.Add(new(run.State, run.Action, run.States.clone().DetachFromDisposeScope(), run.Actions.clone().DetachFromDisposeScope(), run.Dt));
    }
}
