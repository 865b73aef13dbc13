namespace WorldModel.Planning;

/// <summary>What a planner chose, and what it saw when it chose. Holds tensors, so two of them do not compare by value.</summary>
/// <param name="Actions">The actions [T, A], of which usually only the first is taken before the next plan.</param>
/// <param name="Cost">What the plan costs, as imagined.</param>
/// <param name="Futures">The plan as each model imagines it: states [M, T+1, S], one run a model.</param>
/// <param name="Considered">The best other candidates, as the first model imagines them, best first: states [K, T+1, S].</param>
public sealed record Plan(Tensor Actions, double Cost, Trajectories Futures, Trajectories Considered)
{
    /// <summary>All that it holds.</summary>
    internal Tensor[] Tensors() => [Actions, Futures.States, Futures.Actions, Considered.States, Considered.Actions];
}
