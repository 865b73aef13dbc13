namespace WorldModel.Evaluation;

/// <summary>Where motion spends its time, whatever the moment: the climate, not the weather.</summary>
public static class Attractor
{
    /// <summary>
    /// Distance of two distributions of one channel, in its unit: how far the values of one must be moved on average to
    /// become those of the other (first Wasserstein distance, over 1000 quantiles).
    /// </summary>
    /// <param name="truth">Long runs of the world.</param>
    /// <param name="imagined">Long runs of the model; of any length. Infinite where a state is not finite.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public static double Distance(Trajectories truth, Trajectories imagined, string channel)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (here, there) = (Quantiles(truth, channel), Quantiles(imagined, channel));
        return here.Zip(there, (a, b) => Math.Abs(a - b)).Average() is var mean && double.IsFinite(mean) ? mean : double.PositiveInfinity;
    }

    private static double[] Quantiles(Trajectories runs, string channel)
    {
        const int Count = 1000;
        double[] sorted = [.. Horizon.Values(runs.States.select(2, runs.State.IndexOf(channel)).to(ScalarType.Float64).reshape(-1)).Order()];
        return [.. Enumerable.Range(0, Count).Select(i => At(sorted, (i + 0.5) / Count))];
    }

    private static double At(double[] sorted, double share)
    {
        var place = Math.Clamp((share * sorted.Length) - 0.5, 0, sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
