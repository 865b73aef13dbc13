namespace WorldModel.Planning;

/// <summary>Something to be learnt by doing it: a world, where each trial begins, and what is wanted.</summary>
/// <param name="World">Where the actions are taken. Whoever practises sees it through <see cref="Observe"/> alone.</param>
/// <param name="Start">Where a trial begins [1, S]; asked at each trial anew.</param>
/// <param name="Cost">What planners keep small.</param>
/// <param name="Limits">Which actions there are.</param>
/// <param name="Return">What a trial was worth, from the run that really happened: for judging, planners never see it.</param>
public sealed record PracticeTask(IDynamics World, Func<Tensor> Start, Cost Cost, ActionLimits Limits, Func<Trajectories, double> Return)
{
    /// <summary>What is seen of a state [1, S]: a sensor; the state itself when not given.</summary>
    public Func<Tensor, Tensor>? Observe { get; init; }

    /// <summary>Whether a trial ends at a state [1, S], such as a pole that fell; never when not given.</summary>
    public Func<Tensor, bool>? IsOver { get; init; }
}
