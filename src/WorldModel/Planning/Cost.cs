namespace WorldModel.Planning;

/// <summary>What is to be kept small: the cost of each imagined run, [B]. Any unit; a run that is not a number counts as infinitely dear.</summary>
/// <param name="imagined">Runs with states [B, T+1, S] and actions [B, T, A]; row 0 is what is now and costs the same for all.</param>
public delegate Tensor Cost(Trajectories imagined);
