namespace WorldModel.Twins;

/// <summary>What is believed of a state: a normal distribution with a mean [S] and a covariance [S, S].</summary>
public sealed class Belief
{
    /// <summary>A belief with a full covariance.</summary>
    /// <param name="mean">Mean [S], in the channels' units.</param>
    /// <param name="covariance">Covariance [S, S], in products of the channels' units; a channel known exactly has 0.</param>
    /// <exception cref="ArgumentException">A number is not finite, the sizes differ, or the covariance is not symmetric or has a negative variance in some direction.</exception>
    public Belief(double[] mean, double[,] covariance)
        : this(new(mean, CovarianceRoot.Of(covariance, mean.Length, "the covariance of a belief"))) =>
        KalmanRules.RequireFinite(mean, "the mean of a belief");

    internal Belief(Gaussian distribution) => Distribution = distribution;

    /// <summary>Mean [S].</summary>
    public double[] Mean => [.. Distribution.Mean];

    /// <summary>Covariance [S, S].</summary>
    public double[,] Covariance => Distribution.Root.Square().ToArray();

    internal Gaussian Distribution { get; }

    /// <summary>A belief in which the channels err independently of each other.</summary>
    /// <param name="mean">Mean [S].</param>
    /// <param name="deviations">Standard deviation of each channel [S], in its unit; at least 0.</param>
    /// <exception cref="ArgumentException">The sizes differ, a number is not finite, or a deviation is negative.</exception>
    public static Belief Of(double[] mean, double[] deviations) =>
        mean.Length == deviations.Length
            ? new(mean, KalmanRules.Squares(deviations, "the deviations of a belief"))
            : throw new ArgumentException($"a belief of {mean.Length} channels has {deviations.Length} deviations", nameof(deviations));

    /// <summary>Standard deviation of each channel [S].</summary>
    public double[] Deviations() => [.. Enumerable.Range(0, Distribution.Mean.Length).Select(Distribution.Deviation)];
}
