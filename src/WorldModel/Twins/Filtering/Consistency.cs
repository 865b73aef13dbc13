namespace WorldModel.Twins;

/// <summary>
/// Whether a filter is as sure as it should be. All numbers are divided by their degrees of freedom, so 1 is right, above is
/// too sure of itself, below too unsure; the bounds are quantiles of the chi-square distribution.
/// </summary>
public sealed record Consistency
{
    /// <summary>Mean over runs at each time [T+1]; NaN where nothing was read.</summary>
    public required double[] Values { get; init; }

    /// <summary>Bounds of each of the values [T+1]; NaN where nothing was read.</summary>
    public required (double Low, double High)[] Bounds { get; init; }

    /// <summary>Mean over all times and runs.</summary>
    public required double Mean { get; init; }

    /// <summary>
    /// Bounds of <see cref="Mean"/>. Innovations are independent from time to time, so their bounds are exact. Errors are
    /// not: their bounds are those of a single time, which the mean of many times leaves more rarely still.
    /// </summary>
    public required (double Low, double High) MeanBounds { get; init; }

    /// <summary>Probability of the bounds.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether <see cref="Mean"/> lies within its bounds.</summary>
    public bool Holds => MeanBounds.Low <= Mean && Mean <= MeanBounds.High;

    /// <summary>Share of times whose value lies within its bounds: about <see cref="Confidence"/> when consistent.</summary>
    public double Inside => Values.Zip(Bounds).Where(pair => !double.IsNaN(pair.First)).Average(pair => pair.Second.Low <= pair.First && pair.First <= pair.Second.High ? 1.0 : 0);

    /// <summary>From sums of squares at each time, their degrees of freedom, and those of their mean.</summary>
    internal static Consistency Of(double[] sums, int[] degrees, double confidence, int independent)
    {
        var bounds = degrees.Distinct().ToDictionary(count => count, count => count > 0 ? Quantile.ChiSquare(confidence, count) : (double.NaN, double.NaN));
        return new()
        {
            Values = [.. sums.Zip(degrees, (sum, count) => sum / count)],
            Bounds = [.. degrees.Select(count => bounds[count])],
            Mean = sums.Sum() / degrees.Sum(),
            MeanBounds = Quantile.ChiSquare(confidence, independent),
            Confidence = confidence,
        };
    }
}
