using WorldModel.Benchmarks.Peers;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>Comparisons as a table: times, ratios, goals, and whether they were reached.</summary>
internal static class PeerTable
{
    private static readonly string[] Head = ["work", "peer", "its best", "ours", "median", "ours / peer", "goal", "of peak", "verdict"];

    internal static Grid Of(IEnumerable<Outcome> outcomes) => new(Head, [.. outcomes.Select(Row)]);

    private static string[] Row(Outcome outcome)
    {
        var (comparison, theirs) = (outcome.Comparison, outcome.Theirs);
        return
        [
            comparison.Name,
            theirs is null ? "–" : $"{theirs.Best.Form}, {Threads(theirs.Best.Threads)}",
            theirs is null ? "–" : Amounts.Time(theirs.Best.Blocks.Best / comparison.Steps),
            Amounts.Time(outcome.Ours.Best / comparison.Steps),
            Amounts.Time(outcome.Ours.Median / comparison.Steps),
            Amounts.Ratio(outcome.Ratio),
            Goal(comparison),
            Amounts.Percent(outcome.OfPeak),
            outcome.IsReached switch { true => "reached", false => "not reached", null => "–" },
        ];
    }

    private static string Goal(Comparison comparison) => (comparison.Goal, comparison.LeastOfPeak) switch
    {
        (null, null) => "–",
        (null, { } peak) => $"≥ {Amounts.Percent(peak)}",
        ({ } goal, null) => $"≤ {Amounts.Ratio(goal)}",
        ({ } goal, { } peak) => $"≤ {Amounts.Ratio(goal)}, ≥ {Amounts.Percent(peak)}",
    };

    private static string Threads(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";
}
