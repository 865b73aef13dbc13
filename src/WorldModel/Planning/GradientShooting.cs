namespace WorldModel.Planning;

/// <summary>
/// Follows the gradient of the cost through the imagined rollout back to the actions, from several starts at once, and
/// moves actions that leave the limits back to the border (projected Adam). The plan is the best that any start came by.
/// </summary>
/// <param name="Horizon">Steps that a plan looks ahead.</param>
/// <param name="Starts">Action sequences that are improved side by side; the first is where the search begins, the others are random.</param>
/// <param name="Iterations">Steps along the gradient.</param>
/// <param name="StepOfRange">Length of a step, as a share of an action's range.</param>
public sealed record GradientShooting(int Horizon, int Starts = 16, int Iterations = 40, double StepOfRange = 0.05) : IPlanner
{
    private const double SpreadOfRange = 0.25;

    /// <inheritdoc />
    public Plan Plan(PlanningTask task, Tensor state, Tensor? start = null)
    {
        Sampling.Require(Horizon, Starts, 1, Iterations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(StepOfRange);
        using var scope = NewDisposeScope();
        using Search search = new(task, state, Horizon, start);
        var (range, actions) = (search.Range, First(search, task));
        var (slope, curvature) = (zeros_like(actions), zeros_like(actions));
        for (var iteration = 1; iteration <= Iterations; iteration++)
        {
            using var step = NewDisposeScope();
            var (costs, slopes) = Gradient(search, actions);
            using var noGradient = no_grad();
            var gradient = slopes * range;
            slope.mul_(0.9).add_(gradient, alpha: 0.1);
            curvature.mul_(0.999).addcmul_(gradient, gradient, value: 0.001);
            var length = StepOfRange * Math.Sqrt(1 - Math.Pow(0.999, iteration)) / (1 - Math.Pow(0.9, iteration));
            var moved = actions - length * range * slope / (curvature.sqrt() + 1e-12);
            actions.copy_(search.Recovered(search.Allowed(moved), costs));
        }

        using var last = no_grad();
        search.Try(actions);
        return search.Best();
    }

    private Tensor First(Search search, PlanningTask task)
    {
        var noise = SpreadOfRange * search.Range * ColouredNoise.Of(2, Horizon, search.Start).Draw(Starts, task.Action.Size);
        noise[0].zero_();
        return search.Allowed(search.Start + noise);
    }

    // The starts do not know of each other, so one sum has the gradients of all; a start that went astray has none.
    private static (Tensor Costs, Tensor Gradient) Gradient(Search search, Tensor actions)
    {
        using var withGradient = enable_grad();
        var way = actions.detach().clone().requires_grad_();
        var costs = search.TryWithGradient(way);
        if (!costs.requires_grad)
        {
            throw new ArgumentException("the cost does not depend on the actions in a way that gradients can follow: plan with Cem, Icem or Mppi");
        }

        costs.masked_fill(costs.isfinite().logical_not(), 0).sum().backward();
        return (costs.detach(), way.grad!.nan_to_num(0, 0, 0));
    }
}
