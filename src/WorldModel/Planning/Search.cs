namespace WorldModel.Planning;

/// <summary>One search for a plan: what all planners do alike.</summary>
internal sealed class Search : IDisposable
{
    private const int MostShown = 32;

    private readonly PlanningTask task;
    private readonly Tensor state;
    private double bestCost = double.PositiveInfinity;

    // Copies that belong to no scope: a planner may throw away what one iteration left.
    private Tensor? best;
    private (Tensor States, Tensor Actions)? considered;

    internal Search(PlanningTask task, Tensor state, int horizon, Tensor? start)
    {
        if (state.dim() != 2 || state.shape[0] != 1 || state.shape[1] != task.State.Size)
        {
            throw new ArgumentException($"a plan starts at one state [1, {task.State.Size}], not [{string.Join(", ", state.shape)}]", nameof(state));
        }

        if (start is not null && !start.shape.SequenceEqual([horizon, task.Action.Size]))
        {
            throw new ArgumentException($"the search must start at actions [{horizon}, {task.Action.Size}], not [{string.Join(", ", start.shape)}]", nameof(start));
        }

        (this.task, this.state) = (task, state);
        Range = task.Limits.Range(state);
        Start = task.Limits.Clamp(start ?? task.Limits.Middle(state).expand(horizon, -1));
    }

    /// <summary>Actions [T, A] to begin with.</summary>
    internal Tensor Start { get; }

    /// <summary>Length of each action's range [A].</summary>
    internal Tensor Range { get; }

    /// <summary>Actions [N, T, A] moved inside the limits.</summary>
    internal Tensor Allowed(Tensor actions) => task.Limits.Clamp(actions);

    /// <summary>Candidates [N, T, A], but the best one so far where the cost [N] is not finite.</summary>
    internal Tensor Recovered(Tensor candidates, Tensor costs) => where(costs.isfinite().view(-1, 1, 1), candidates, best!);

    /// <summary>Costs [N] of candidates [N, T, A], infinite where they are not a number; remembers the best ones.</summary>
    internal Tensor Try(Tensor candidates)
    {
        var (imagined, costs) = task.Imagine(state, candidates);
        return Remember(imagined[0], candidates, costs);
    }

    /// <summary>Costs [N] through which gradients go back to the candidates.</summary>
    internal Tensor TryWithGradient(Tensor candidates)
    {
        var (imagined, costs) = task.Imagine(state, candidates);
        using var noGradient = no_grad();
        Remember(imagined[0], candidates.detach(), costs.detach());
        return costs;
    }

    /// <summary>The best candidate of all that were tried.</summary>
    internal Plan Best() => Finish(best!);

    /// <summary>These actions [T, A] as the plan; it lives on outside of the scope at hand.</summary>
    internal Plan Finish(Tensor actions)
    {
        var (imagined, cost) = task.Imagine(state, actions.unsqueeze(0));
        Trajectories Runs(Tensor states, Tensor held) =>
            new(task.State, task.Action, states.clone().MoveToOuterDisposeScope(), held.clone().MoveToOuterDisposeScope(), imagined[0].Dt);
        return new(
            actions.clone().MoveToOuterDisposeScope(), cost.to(ScalarType.Float64).item<double>(),
            Runs(cat([.. imagined.Select(runs => runs.States)], dim: 0), actions.expand(imagined.Count, -1, -1)),
            Runs(considered!.Value.States, considered.Value.Actions));
    }

    public void Dispose()
    {
        best?.Dispose();
        considered?.States.Dispose();
        considered?.Actions.Dispose();
    }

    private Tensor Remember(Trajectories imagined, Tensor candidates, Tensor costs)
    {
        var finite = costs.nan_to_num(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        var (lowest, order) = finite.topk((int)Math.Min(MostShown, costs.shape[0]), largest: false);
        var cost = lowest[0].to(ScalarType.Float64).item<double>();
        if (double.IsInfinity(cost) && best is null)
        {
            throw new PlanningException((int)costs.shape[0]);
        }

        if (double.IsInfinity(cost))
        {
            return finite;
        }

        if (cost < bestCost)
        {
            best?.Dispose();
            (bestCost, best) = (cost, candidates[order[0]].clone().DetachFromDisposeScope());
        }

        considered?.States.Dispose();
        considered?.Actions.Dispose();
        considered = (
            imagined.States.detach().index_select(0, order).DetachFromDisposeScope(), candidates.index_select(0, order).DetachFromDisposeScope());
        return finite;
    }
}
