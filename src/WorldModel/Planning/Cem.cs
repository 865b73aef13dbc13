namespace WorldModel.Planning;

/// <summary>
/// The cross-entropy method (Rubinstein and Kroese, 2004; as planner in Chua et al., PETS, 2018): draw candidates from a
/// Gaussian, keep the cheapest, fit the Gaussian to them, again. The plan is the last mean.
/// </summary>
/// <param name="Horizon">Steps that a plan looks ahead.</param>
/// <param name="Candidates">Action sequences an iteration.</param>
/// <param name="Elites">How many of them the next Gaussian is fitted to.</param>
/// <param name="Iterations">How often.</param>
/// <param name="Smoothing">Share of the old Gaussian that stays, from 0 to below 1.</param>
public sealed record Cem(int Horizon, int Candidates = 500, int Elites = 50, int Iterations = 5, double Smoothing = 0.1) : IPlanner
{
    // A Gaussian of this width around the middle reaches the limits at two standard deviations.
    private const double SpreadOfRange = 0.25;

    /// <inheritdoc />
    public Plan Plan(PlanningTask task, Tensor state, Tensor? start = null)
    {
        Sampling.Require(Horizon, Candidates, Elites, Iterations);
        ArgumentOutOfRangeException.ThrowIfNegative(Smoothing);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Smoothing, 1);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using Search search = new(task, state, Horizon, start);
        var (mean, spread) = (search.Start, (SpreadOfRange * search.Range).expand(Horizon, -1));
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var candidates = search.Allowed(mean + spread * randn([Candidates, .. mean.shape], dtype: mean.dtype, device: mean.device));
            var elites = candidates[search.Try(candidates).topk(Elites, largest: false).indexes];
            mean = Smoothing * mean + (1 - Smoothing) * elites.mean([0]);
            spread = Smoothing * spread + (1 - Smoothing) * elites.std(0, unbiased: false);
        }

        return search.Finish(mean);
    }
}
