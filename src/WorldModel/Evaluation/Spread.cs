using System.Globalization;

namespace WorldModel.Evaluation;

/// <summary>A number over several seeds: never one lucky run.</summary>
/// <param name="Median">The middle value, the mean of the two middle ones for an even number.</param>
/// <param name="Lowest">The smallest value.</param>
/// <param name="Highest">The largest value.</param>
public sealed record Spread(double Median, double Lowest, double Highest)
{
    /// <summary>Spread of given values; NaN counts as the highest, because a failed run is not a missing one.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Spread Of(params IEnumerable<double> values)
    {
        double[] sorted = [.. values.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value).Order()];
        return sorted.Length > 0
            ? new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1])
            : throw new ArgumentException("a spread needs at least one value", nameof(values));
    }

    /// <summary>Runs an experiment under seeds 1, 2, … and collects the number that it measures.</summary>
    public static Spread OverSeeds(int seeds, Func<int, double> experiment) =>
        Of(Enumerable.Range(1, seeds).Select(seed =>
        {
            Seed.Set(seed);
            return experiment(seed);
        }));

    /// <summary>Median and, in brackets, lowest and highest; just the number where all are the same.</summary>
    public override string ToString() => Lowest == Highest
        ? Median.ToString("g3", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Median:g3} [{Lowest:g3}, {Highest:g3}]");
}
