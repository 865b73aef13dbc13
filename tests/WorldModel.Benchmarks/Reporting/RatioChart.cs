using WorldModel.Benchmarks.Peers;
using WorldModel.Charts;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>Ratios of comparisons beside their goals, on a logarithmic axis.</summary>
internal static class RatioChart
{
    /// <summary>Draws all comparisons that have a ratio.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static Figure Draw(string title, IEnumerable<Outcome> outcomes)
    {
        Outcome[] shown = [.. outcomes.Where(outcome => outcome.Ratio is not null)];
        if (shown.Length == 0)
        {
            throw new ArgumentException("no comparison has a ratio, so there is nothing to draw", nameof(outcomes));
        }

        return new(new Drawing("ratios", title)
        {
            X = new("our time / the peer's time, best blocks") { IsLog = true },
            Y = new("") { Categories = [.. shown.Select(outcome => outcome.Comparison.Name)] },
            Series = [Even(shown.Length), Points("goal, at most", shown, outcome => outcome.Comparison.Goal, Theme.Faint, 8), Points("measured", shown, outcome => outcome.Ratio, Theme.ColorOf(0), 12)],
            Height = 170 + (24 * shown.Length),
            Contents = [.. shown.Select(outcome => $"{outcome.Comparison.Name} {Amounts.Ratio(outcome.Ratio)} (goal {Amounts.Ratio(outcome.Comparison.Goal)})")],
        });
    }

    private static Series Even(int rows) => new("as fast as the peer", [1, 1], [-0.5, rows - 0.5]) { Color = Theme.ColorOf(1), Width = 1.5, IsDashed = true, InLegend = false };

    private static Series Points(string name, Outcome[] outcomes, Func<Outcome, double?> ratio, string color, double size) =>
        new(name, [.. outcomes.Select(outcome => ratio(outcome) ?? double.NaN)], [.. outcomes.Select((_, row) => (double)row)])
        {
            Mark = Mark.Points,
            Color = color,
            Width = size,
            InLegend = false, // below a chart of such height it would be far off: the title says it
            Texts = [.. outcomes.Select(outcome => $"{outcome.Comparison.Name}: {name}")],
        };
}
