using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Benchmarks.Peers;

/// <summary>What became of a comparison.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Ours">Our times.</param>
/// <param name="Theirs">The peer's times; null where there was no peer.</param>
internal sealed record Outcome(Comparison Comparison, Blocks Ours, PeerTimes? Theirs)
{
    /// <summary>Useful operations of one run; 0 where nobody counted.</summary>
    internal double Flops { get; init; }

    /// <summary>Operations a second that the machine can do on as many threads.</summary>
    internal double Peak { get; init; }

    /// <summary>Our best block over the peer's.</summary>
    internal double? Ratio => Theirs is null ? null : Ours.Best / Theirs.Best.Blocks.Best;

    /// <summary>Fraction of the machine's peak that the useful operations reach.</summary>
    internal double? OfPeak => Flops > 0 && Peak > 0 ? Flops / Ours.Best / Peak : null;

    /// <summary>Whether all goals were reached; null where there is none, or nothing to hold them against.</summary>
    internal bool? IsReached
    {
        get
        {
            bool?[] goals = [Ratio <= Comparison.Goal, OfPeak >= Comparison.LeastOfPeak];
            bool?[] known = [Comparison.Goal is null || Ratio is null ? null : goals[0], Comparison.LeastOfPeak is null || OfPeak is null ? null : goals[1]];
            return known.All(goal => goal is null) ? null : known.All(goal => goal ?? true);
        }
    }
}
