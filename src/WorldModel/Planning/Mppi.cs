namespace WorldModel.Planning;

/// <summary>
/// Model predictive path integral control (Williams et al., Information Theoretic MPC, ICRA 2017): every candidate counts,
/// with a weight that falls exponentially with its cost. The plan is the weighted mean.
/// </summary>
/// <param name="Horizon">Steps that a plan looks ahead.</param>
/// <param name="Candidates">Action sequences an iteration.</param>
/// <param name="Iterations">How often.</param>
/// <param name="Temperature">How much dearer candidates still count; in standard deviations of the candidates' costs, so that it does not depend on the unit of the cost.</param>
/// <param name="Colour">β of the noise, whose power falls as 1/frequency^β.</param>
public sealed record Mppi(int Horizon, int Candidates = 500, int Iterations = 4, double Temperature = 0.2, double Colour = 1) : IPlanner
{
    private const double SpreadOfRange = 0.25;

    /// <inheritdoc />
    public Plan Plan(PlanningTask task, Tensor state, Tensor? start = null)
    {
        Sampling.Require(Horizon, Candidates, 1, Iterations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Temperature);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using Search search = new(task, state, Horizon, start);
        var noise = ColouredNoise.Of(Colour, Horizon, state);
        var mean = search.Start;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            // Narrower each time: the first look is wide, the last one refines.
            var spread = SpreadOfRange * search.Range * Math.Pow(0.7, iteration);
            var candidates = search.Allowed(mean + spread * noise.Draw(Candidates, task.Action.Size));
            mean = (Weights(search.Try(candidates)).view(-1, 1, 1) * candidates).sum(dim: 0);
        }

        return search.Finish(mean);
    }

    private Tensor Weights(Tensor costs)
    {
        var finite = costs.isfinite();
        var deviation = costs.masked_select(finite).std(unbiased: false).clamp_min(1e-12);
        return (-(costs - costs.min()) / (Temperature * deviation)).softmax(0);
    }
}
