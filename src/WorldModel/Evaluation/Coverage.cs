namespace WorldModel.Evaluation;

/// <summary>How often the truth lay inside an interval, against how far ahead it was foretold.</summary>
/// <param name="State">The channels.</param>
/// <param name="Seconds">Horizons [s], T+1 of them; the first is 0.</param>
/// <param name="Share">Share of the runs inside, by channel and horizon, from 0 to 1; NaN where no run has a reading.</param>
/// <param name="Runs">Runs that were asked.</param>
public sealed record Coverage(Space State, double[] Seconds, double[][] Share, int Runs)
{
    /// <summary>Share of one channel at the horizon nearest to a time [s].</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public double At(string channel, double seconds) => Share[State.IndexOf(channel)][Nearest(seconds)];

    /// <summary>Mean share over all channels at the horizon nearest to a time [s].</summary>
    public double At(double seconds) => Share.Average(channel => channel[Nearest(seconds)]);

    /// <summary>
    /// By how much a share that is really <paramref name="expected"/> varies from sample to sample, were all runs
    /// independent: the binomial standard deviation √(p·(1 − p)/n). Runs that overlap or share a start vary more.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double Deviation(double expected) => expected is >= 0 and <= 1
        ? Math.Sqrt(expected * (1 - expected) / Runs)
        : throw new ArgumentOutOfRangeException(nameof(expected), expected, "a share is a number from 0 to 1");

    /// <summary>Counts how often readings lie within two ends, each end included; a lost reading does not count.</summary>
    /// <param name="truth">What happened, or was read.</param>
    /// <param name="low">Lower ends of the intervals, as many runs of as many steps.</param>
    /// <param name="high">Upper ends.</param>
    /// <exception cref="ArgumentException">The three do not have the same shape, channels and step.</exception>
    public static Coverage Of(Trajectories truth, Trajectories low, Trajectories high)
    {
        Horizon.RequireAlike(truth, low);
        Horizon.RequireAlike(truth, high);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var isInside = (truth.States >= low.States).logical_and(truth.States <= high.States).to(ScalarType.Float64);
        var isRead = truth.States.isnan().logical_not().to(ScalarType.Float64);
        var share = (isInside * isRead).sum(dim: 0) / isRead.sum(dim: 0);
        var channels = Enumerable.Range(0, truth.State.Size).Select(channel => share.select(1, channel).cpu().contiguous().data<double>().ToArray());
        return new(truth.State, truth.Seconds(), [.. channels], truth.Runs);
    }

    private int Nearest(double seconds) => Enumerable.Range(0, Seconds.Length).MinBy(i => Math.Abs(Seconds[i] - seconds));
}
