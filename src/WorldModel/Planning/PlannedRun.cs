namespace WorldModel.Planning;

/// <summary>A run and what was planned at each of its states. Holds tensors, so two of them do not compare by value.</summary>
/// <param name="Run">What happened: one run with states [1, T+1, S].</param>
/// <param name="Plans">T plans; the first action of each was taken.</param>
public sealed record PlannedRun(Trajectories Run, IReadOnlyList<Plan> Plans);
