namespace WorldModel.Evaluation;

/// <summary>How far an oscillation has run ahead of another one.</summary>
public static class Phase
{
    /// <summary>
    /// Phase of runs over time [rad], less that at the start: the angle about the origin of a plane of two channels, whole
    /// turns counted. It falls where the motion runs clockwise, as position and velocity do.
    /// </summary>
    /// <param name="runs">Runs whose steps are less than half a turn.</param>
    /// <param name="right">Name of the channel to the right.</param>
    /// <param name="up">Name of the channel upwards; scale it where the orbit is no circle.</param>
    /// <returns>A row of T+1 angles for each run.</returns>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public static double[][] Of(Trajectories runs, string right, string up) =>
        [.. Enumerable.Range(0, runs.Runs).Select(run => Unwrapped(runs.Series(right, run), runs.Series(up, run)))];

    /// <summary>Phase of each prediction at its end less that of the truth [rad]; not wrapped, so a turn too many is 2π.</summary>
    /// <exception cref="ArgumentException">There is no such channel, or the two have not as many runs and steps.</exception>
    public static double[] Errors(Trajectories truth, Trajectories prediction, string right, string up)
    {
        if (truth.Runs != prediction.Runs || truth.Steps != prediction.Steps)
        {
            throw new ArgumentException($"truth has {truth.Runs} runs of {truth.Steps} steps, the prediction {prediction.Runs} of {prediction.Steps}", nameof(prediction));
        }

        return [.. Of(truth, right, up).Zip(Of(prediction, right, up), (real, found) => found[^1] - real[^1])];
    }

    private static double[] Unwrapped(double[] right, double[] up)
    {
        var phase = new double[right.Length];
        for (var i = 1; i < phase.Length; i++)
        {
            var turn = Math.Atan2(up[i], right[i]) - Math.Atan2(up[i - 1], right[i - 1]);
            phase[i] = phase[i - 1] + Math.IEEERemainder(turn, 2 * Math.PI);
        }

        return phase;
    }
}
