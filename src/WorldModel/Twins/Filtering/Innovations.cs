namespace WorldModel.Twins;

/// <summary>Readings minus what was expected of them, and how far they may stray. Holds tensors, so two of them do not compare by value.</summary>
public sealed record Innovations
{
    /// <summary>Channels that are read, size M.</summary>
    public Space Readings => throw new NotImplementedException();

    /// <summary>Innovations [B, T+1, M]; NaN where a reading is missing.</summary>
    public Tensor Values => throw new NotImplementedException();

    /// <summary>Covariances [B, T+1, M, M] of what was expected, sensor noise included; NaN where a reading is missing.</summary>
    public Tensor Covariances => throw new NotImplementedException();

    /// <summary>Time between two readings [s].</summary>
    public double Dt => throw new NotImplementedException();

    /// <summary>
    /// Normalised innovation squared: ν′·C⁻¹·ν, a mean over runs, divided by the number of channels read; about 1 when engine
    /// and noise are right. Needs no truth, so it also judges a filter on real data (Bar-Shalom, Li, Kirubarajan 2001, 5.4).
    /// </summary>
    /// <param name="confidence">Probability of the bounds.</param>
    public Consistency Nis(double confidence = 0.95) => throw new NotImplementedException();
}
