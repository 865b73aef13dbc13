using WorldModel.Learning;

namespace WorldModel.Benchmarks.Coverage;

/// <summary>What repeats tell about one unknown.</summary>
/// <param name="Name">World and unknown.</param>
/// <param name="Covered">Repeats whose interval holds the truth.</param>
/// <param name="Repeats">All of them.</param>
/// <param name="ErrorOverSpread">Mean standard error over the standard deviation of the estimates: 1 where it is honest.</param>
/// <param name="BiasOverSpread">Mean error over that standard deviation.</param>
internal sealed record CoverageRow(string Name, int Covered, int Repeats, double ErrorOverSpread, double BiasOverSpread)
{
    /// <summary>Share of the repeats that are covered.</summary>
    internal double Share => (double)Covered / Repeats;

    /// <summary>Where the true share lies with 90 % probability (Wilson's interval).</summary>
    internal (double Low, double High) Sure
    {
        get
        {
            const double z = 1.6449;
            var (n, weight) = (Repeats, 1 + z * z / Repeats);
            var half = z * Math.Sqrt(Share * (1 - Share) / n + z * z / (4.0 * n * n));
            return ((Share + z * z / (2 * n) - half) / weight, (Share + z * z / (2 * n) + half) / weight);
        }
    }

    internal static CoverageRow Of(CoverageCase of, int unknown, Estimate[] found)
    {
        var truth = of.Truth[unknown];
        var mean = found.Average(one => one.Value);
        var spread = Math.Sqrt(found.Sum(one => Math.Pow(one.Value - mean, 2)) / (found.Length - 1));
        return new($"{of.Name}, {of.Unknowns[unknown].Name}", found.Count(one => one.Covers(truth)), found.Length, found.Average(one => one.StandardError) / spread, (mean - truth) / spread);
    }
}
