namespace WorldModel.Learning;

/// <summary>From the first guess to the point that explains the readings best.</summary>
internal sealed class CalibrationSearch(CalibrationTask task, SmoothBounds bounds)
{
    private const int Polished = 8; // searches that are carried to the end, the best first
    private const int Rounds = 2; // of noise from residuals and residuals from noise
    private const double AsGood = 4; // how much worse a fit may be, in squared units of the noise, and still be an answer

    private readonly Polish polish = new(task, bounds);

    internal CalibrationFindings Run(CalibrationOptions options)
    {
        using var noGradient = no_grad();
        var noise = options.Noise is { } told ? tensor(told) : task.Spread();
        var ends = polish.Run(Best(CoarseSearch.Descend(task, bounds, noise, options), noise, Polished), noise);
        var best = Best(ends, noise, 1);
        var estimate = NoiseEstimate.At(task, bounds, best, noise);
        Require(estimate, options.Noise is not null);
        for (var round = 0; round < Rounds && options.Noise is null; round++)
        {
            ends = polish.Run(ends, estimate.Deviation);
            best = Best(ends, estimate.Deviation, 1);
            estimate = NoiseEstimate.At(task, bounds, best, estimate.Deviation);
        }

        return Findings(best, ends, options.Noise is null ? estimate : estimate with { Deviation = noise });
    }

    private CalibrationFindings Findings(SearchPoints best, SearchPoints ends, NoiseEstimate noise)
    {
        var cost = polish.Costs(best, noise.Deviation).item<double>();
        var good = (polish.Costs(ends, noise.Deviation) <= cost + AsGood).nonzero().flatten();
        var answers = bounds.Values(ends.Free.index_select(0, good));
        var information = polish.System(best, noise.Deviation, bounds.Range.unsqueeze(0)).Information()[0];
        return new(best, bounds.Values(best.Free)[0], answers, information, noise, cost);
    }

    private SearchPoints Best(SearchPoints points, Tensor noise, int most)
    {
        var costs = polish.Costs(points, noise);
        return costs.isfinite().any().item<bool>()
            ? points.Pick(costs.argsort().narrow(0, 0, Math.Min(most, costs.shape[0])))
            : throw new InvalidOperationException("with none of the values tried did the twin run to finite numbers: narrow the bounds, or let it take shorter steps");
    }

    private static void Require(NoiseEstimate estimate, bool isNoiseKnown)
    {
        if (!isNoiseKnown && estimate.Freedom < 0.5)
        {
            throw new ArgumentException(
                $"{estimate.Readings} readings that depend on the unknowns are too few to tell them and the noise as well: give CalibrationOptions.Noise, or initial states, or more readings");
        }
    }
}
