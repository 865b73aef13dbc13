namespace WorldModel.Data;

/// <summary>Whole runs set apart for training, for stopping and choosing, and for the final score.</summary>
public sealed record Split(Trajectories Train, Trajectories Validation, Trajectories Test)
{
    /// <summary>Deals runs at random; a run is never shared, so no row of a test run was seen in training.</summary>
    /// <param name="runs">All runs.</param>
    /// <param name="validation">Fraction for validation.</param>
    /// <param name="test">Fraction for the test.</param>
    /// <param name="seed">Seed of the deal.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public static Split ByRun(Trajectories runs, double validation = 0.2, double test = 0.2, int seed = 0)
    {
        var order = Enumerable.Range(0, runs.Runs).ToArray();
        new Random(seed).Shuffle(order);
        var (held, scored) = ((int)Math.Round(runs.Runs * validation), (int)Math.Round(runs.Runs * test));
        if (held < 1 || scored < 1 || held + scored >= runs.Runs)
        {
            throw new ArgumentException($"{runs.Runs} runs cannot be split into {validation:p0} validation, {test:p0} test and a rest to train on: each part needs a whole run");
        }

        return new(runs.Pick(order[(held + scored)..]), runs.Pick(order[..held]), runs.Pick(order[held..(held + scored)]));
    }
}
