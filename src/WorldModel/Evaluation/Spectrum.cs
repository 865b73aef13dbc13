namespace WorldModel.Evaluation;

/// <summary>
/// How strong each frequency is in a channel: what a forecast of chaos can still get right when it has lost the moment
/// (Welch, IEEE Transactions on Audio and Electroacoustics 15, 1967: Hann windows of half overlap, averaged).
/// </summary>
/// <param name="Channel">The channel.</param>
/// <param name="Hertz">Frequencies [Hz].</param>
/// <param name="Power">Power a frequency band, in the channel's unit squared by hertz.</param>
public sealed record Spectrum(Channel Channel, double[] Hertz, double[] Power)
{
    /// <summary>Spectrum of one channel over all runs, without their mean.</summary>
    /// <param name="runs">Runs without lost readings.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="window">States a window, at least 8; as many as fit are averaged.</param>
    /// <exception cref="ArgumentException">A state is not finite, the runs are shorter than a window, or there is no such channel.</exception>
    public static Spectrum Of(Trajectories runs, string channel, int window = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 8);
        if (runs.Steps + 1 < window)
        {
            throw new ArgumentException($"the runs have {runs.Steps + 1} states, and a window takes {window}: choose a shorter one", nameof(window));
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var series = runs.States.select(2, runs.State.IndexOf(channel)).to(ScalarType.Float64).cpu();
        if (!series.isfinite().all().item<bool>())
        {
            throw new ArgumentException($"channel '{channel}' has values that are not finite: keep the part of the runs before them", nameof(runs));
        }

        var hann = 0.5 - (0.5 * (2 * Math.PI / window * arange(window, dtype: ScalarType.Float64)).cos());
        var pieces = (series - series.mean()).unfold(1, window, window / 2);
        var power = fft.rfft(pieces * hann).abs().square().mean([0, 1]) * (2 * runs.Dt / hann.square().sum());
        return new(
            runs.State.Channels[runs.State.IndexOf(channel)], [.. Enumerable.Range(0, (window / 2) + 1).Select(k => k / (window * runs.Dt))], Horizon.Values(power));
    }

    /// <summary>
    /// Distance of two spectra [dB]: root mean square difference of 10·log₁₀ of the power, over the frequencies at which the
    /// truth has at least a millionth of its strongest one.
    /// </summary>
    /// <exception cref="ArgumentException">The spectra are of other frequencies.</exception>
    public double DistanceTo(Spectrum truth)
    {
        if (truth.Hertz.Length != Hertz.Length || Math.Abs(truth.Hertz[^1] - Hertz[^1]) > 1e-9 * Hertz[^1])
        {
            throw new ArgumentException("spectra can be compared where both have the same step and window", nameof(truth));
        }

        var floor = 1e-6 * truth.Power.Max();
        int[] heard = [.. Enumerable.Range(1, Hertz.Length - 1).Where(k => truth.Power[k] >= floor)];
        return Math.Sqrt(heard.Average(k => Math.Pow(10 * Math.Log10(Math.Max(Power[k], 1e-3 * floor) / truth.Power[k]), 2)));
    }
}
