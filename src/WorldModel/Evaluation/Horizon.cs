namespace WorldModel.Evaluation;

/// <summary>How far ahead predictions hold.</summary>
public static class Horizon
{
    /// <summary>Root mean square error over runs by channel and horizon; lost readings of the truth are left out.</summary>
    /// <exception cref="ArgumentException">The two do not have the same shape, channels and step.</exception>
    public static HorizonError ErrorByHorizon(Trajectories truth, Trajectories prediction)
    {
        RequireAlike(truth, prediction);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var rmse = (truth.States - prediction.States).to(ScalarType.Float64).square();
        var lost = truth.States.isnan();
        var mean = rmse.masked_fill(lost, 0).sum(dim: 0) / lost.logical_not().to(ScalarType.Float64).sum(dim: 0);
        var channels = Enumerable.Range(0, truth.State.Size).Select(c => Values(mean.select(1, c).sqrt()));
        return new(truth.State, truth.Seconds(), [.. channels]);
    }

    /// <summary>
    /// Valid prediction time [s] of each run: how long √(mean over channels of (error/deviation)²) stays at most the
    /// threshold; the whole length where it never exceeds it.
    /// </summary>
    /// <param name="truth">What happened.</param>
    /// <param name="prediction">What was predicted; a NaN or infinite prediction is no longer valid.</param>
    /// <param name="deviation">What counts as one unit of error, a channel each [S]: usually the spread of the training data.</param>
    /// <param name="threshold">Largest error that is still valid, in those units.</param>
    /// <exception cref="ArgumentException">The two do not have the same shape, channels and step.</exception>
    public static double[] ValidTimes(Trajectories truth, Trajectories prediction, Tensor deviation, double threshold)
    {
        RequireAlike(truth, prediction);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var error = ((truth.States - prediction.States) / deviation).square().mean([-1]).sqrt();
        var isInvalid = (error <= threshold).logical_or(truth.States.isnan().any(-1)).logical_not();
        var validSteps = Values((isInvalid.to(ScalarType.Int64).cumsum(1) == 0).sum(dim: 1, type: ScalarType.Float64) - 1);
        return [.. validSteps.Select(steps => Math.Max(0, steps) * truth.Dt)];
    }

    private static double[] Values(Tensor values) => values.cpu().contiguous().data<double>().ToArray();

    internal static void RequireAlike(Trajectories truth, Trajectories prediction)
    {
        if (!truth.State.SameAs(prediction.State) || !truth.States.shape.SequenceEqual(prediction.States.shape) || Math.Abs(truth.Dt - prediction.Dt) > 1e-6 * truth.Dt)
        {
            throw new ArgumentException(
                $"truth and prediction differ in kind: [{string.Join(", ", truth.States.shape)}] of ({truth.State}) every {truth.Dt} s "
                + $"against [{string.Join(", ", prediction.States.shape)}] of ({prediction.State}) every {prediction.Dt} s");
        }
    }
}
