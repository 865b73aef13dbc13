namespace WorldModel.Evaluation;

/// <summary>Error of predictions against how far ahead they look.</summary>
/// <param name="State">The channels.</param>
/// <param name="Seconds">Horizons [s], T+1 of them; the first is 0.</param>
/// <param name="Rmse">Root mean square error over the runs, by channel and horizon, in the channel's unit; NaN where no run has a reading or a prediction is NaN.</param>
public sealed record HorizonError(Space State, double[] Seconds, double[][] Rmse)
{
    /// <summary>Error of one channel at the horizon nearest to a time [s], in the channel's unit.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public double At(string channel, double seconds)
    {
        var nearest = Enumerable.Range(0, Seconds.Length).MinBy(i => Math.Abs(Seconds[i] - seconds));
        return Rmse[State.IndexOf(channel)][nearest];
    }

    /// <summary>Root of the summed squares of several channels at a time [s], such as a distance from its three coordinates.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public double At(string[] channels, double seconds) => Math.Sqrt(channels.Sum(channel => Math.Pow(At(channel, seconds), 2)));
}
