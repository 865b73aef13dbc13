using WorldModel.Twins;

namespace WorldModel.Learning;

/// <summary>Finds the unknown numbers of a law from readings, by differentiating through the simulator.</summary>
public static class Calibration
{
    /// <summary>
    /// Fits the unknowns of a twin so that its runs go through the readings. Searches from several places within the
    /// bounds descend together by <see cref="Trainer"/>, in a smooth coordinate that cannot leave the bounds; since
    /// Adam alone takes long for the last digits, the best are then polished by damped Gauss-Newton steps (Levenberg and
    /// Marquardt) with Jacobians by automatic differentiation. Initial states that are not given are sought too, with the
    /// unknowns, so that the noise of the first readings spoils nothing. Standard errors and intervals are Laplace's, from
    /// the information that the readings hold about the unknowns (MacKay, Information Theory, 2003, chapter 27).
    /// </summary>
    /// <param name="unknowns">What to find, with units and bounds.</param>
    /// <param name="readings">Runs as a sensor saw them [B, T+1, S]; a lost reading is NaN and counts for nothing, as does a channel that is NaN throughout.</param>
    /// <param name="twin">Builds the twin with values that are tried; it steps as often as the readings come, and treats each row of a state on its own.</param>
    /// <param name="initial">True initial states [B, S] where they are known; sought when not given.</param>
    /// <param name="options">Noise, searches and seed; the defaults when not given.</param>
    /// <returns>Estimates with their intervals, and whether the readings determine them at all.</returns>
    /// <exception cref="ArgumentException">Unknowns, readings, twin or options make no sense together; the message says which and why.</exception>
    /// <exception cref="InvalidOperationException">No search came to a run of finite numbers.</exception>
    public static CalibrationResult Fit(
        IReadOnlyList<Unknown> unknowns, Trajectories readings, Func<Trial, IDynamics> twin, Tensor? initial = null, CalibrationOptions? options = null)
    {
        options ??= new();
        CalibrationRules.Validate(unknowns, readings, initial);
        options.Validate(readings.State);
        using var scope = NewDisposeScope();
        var found = new CalibrationSearch(new(unknowns, readings, twin, initial), new(unknowns)).Run(options);
        var freedom = options.Noise is null ? Math.Max(1, found.Noise.Freedom) : double.PositiveInfinity;
        Verdicts verdicts = new(unknowns, found.Values, found.Answers, Quantile.StudentHalfWidth(0.9, freedom));
        return new(verdicts.Of(new(unknowns, found.Values, found.Information)), twin)
        {
            Noise = [.. found.Noise.Deviation.masked_fill(found.Noise.Counts == 0, double.NaN).data<double>()],
            IsNoiseKnown = options.Noise is not null,
            Readings = found.Noise.Readings,
            Misfit = found.Cost / found.Noise.Freedom,
            Initial = found.Point.Initial[0].to(readings.States.dtype).MoveToOuterDisposeScope(),
        };
    }
}
