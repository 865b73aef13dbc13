namespace WorldModel.Twins;

/// <summary>Readings minus what was expected of them, and how far they may stray. Holds tensors, so two of them do not compare by value.</summary>
public sealed record Innovations
{
    private readonly IReadOnlyList<Correction[]> corrections;

    internal Innovations(Space readings, IReadOnlyList<Correction[]> corrections, double dt)
    {
        (Readings, this.corrections, Dt) = (readings, corrections, dt);
        Values = RunTensor.Of(corrections, correction => correction.Innovation, readings.Size);
        Covariances = RunTensor.Of(corrections, correction => correction.Covariance.Values, readings.Size, readings.Size);
    }

    /// <summary>Channels that are read, size M.</summary>
    public Space Readings { get; }

    /// <summary>Innovations [B, T+1, M]; NaN where a reading is missing.</summary>
    public Tensor Values { get; }

    /// <summary>Covariances [B, T+1, M, M] of what was expected, sensor noise included; NaN where a reading is missing.</summary>
    public Tensor Covariances { get; }

    /// <summary>Time between two readings [s].</summary>
    public double Dt { get; }

    /// <summary>
    /// Normalised innovation squared: ν′·C⁻¹·ν, a mean over runs, divided by the number of channels read; about 1 when engine
    /// and noise are right. Needs no truth, so it also judges a filter on real data (Bar-Shalom, Li, Kirubarajan 2001, 5.4).
    /// </summary>
    /// <param name="confidence">Probability of the bounds.</param>
    /// <exception cref="InvalidOperationException">Nothing was read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public Consistency Nis(double confidence = 0.95)
    {
        double[] sums = [.. corrections.Select(row => row.Sum(correction => correction.Distance))];
        int[] counts = [.. corrections.Select(row => row.Sum(correction => correction.Count))];
        return counts.Sum() > 0
            ? Consistency.Of(sums, counts, confidence, counts.Sum())
            : throw new InvalidOperationException("all readings are missing, so nothing can be said about them");
    }
}
