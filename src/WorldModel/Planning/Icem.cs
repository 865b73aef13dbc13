namespace WorldModel.Planning;

/// <summary>
/// The improved cross-entropy method (Pinneri et al., Sample-efficient Cross-Entropy Method for Real-time Planning, CoRL
/// 2020): candidates are noise in time of a colour, so that they push long enough in one direction to get anywhere; a
/// share of the elites stays for the next iteration; there are fewer candidates each time; the mean is tried in the last
/// one; and the plan is the best candidate ever tried. From one plan to the next only the plan itself is carried on.
/// </summary>
/// <param name="Horizon">Steps that a plan looks ahead.</param>
/// <param name="Candidates">Action sequences of the first iteration.</param>
/// <param name="Elites">How many of them the next Gaussian is fitted to.</param>
/// <param name="Iterations">How often.</param>
/// <param name="Colour">β of the noise, whose power falls as 1/frequency^β: 0 is white, 2 wanders.</param>
public sealed record Icem(int Horizon, int Candidates = 300, int Elites = 30, int Iterations = 4, double Colour = 2) : IPlanner
{
    private const double SpreadOfRange = 0.25, Smoothing = 0.1, Kept = 0.3, Fewer = 1.25;

    /// <inheritdoc />
    public Plan Plan(PlanningTask task, Tensor state, Tensor? start = null)
    {
        Sampling.Require(Horizon, Candidates, Elites, Iterations);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using Search search = new(task, state, Horizon, start);
        var noise = ColouredNoise.Of(Colour, Horizon, state);
        var (mean, spread) = (search.Start, (SpreadOfRange * search.Range).expand(Horizon, -1));
        var stay = search.Start.unsqueeze(0);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var count = Math.Max(2 * Elites, (int)(Candidates * Math.Pow(Fewer, -iteration)));
            var drawn = mean + spread * noise.Draw(count, task.Action.Size);
            var candidates = search.Allowed(cat(iteration == Iterations - 1 ? [drawn, stay, mean.unsqueeze(0)] : [drawn, stay], dim: 0));
            var elites = candidates[search.Try(candidates).topk(Elites, largest: false).indexes];
            stay = elites.narrow(0, 0, Math.Max(1, (int)(Kept * Elites)));
            mean = Smoothing * mean + (1 - Smoothing) * elites.mean([0]);
            spread = Smoothing * spread + (1 - Smoothing) * elites.std(0, unbiased: false);
        }

        return search.Best();
    }
}
