using WorldModel.Evaluation;

namespace WorldModel.Charts;

/// <summary>Numbers side by side, each with its spread.</summary>
public static class ComparisonChart
{
    private const double WideSpan = 30;

    /// <summary>Draws medians as dots with whiskers from the lowest to the highest value; logarithmic where they span more than a factor of 30.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="axis">What is compared, with its unit: <c>error after 1 s [m]</c>.</param>
    /// <param name="bars">From the top down. A run that failed is an infinite highest value, and is said in the name.</param>
    /// <exception cref="ArgumentException">There is no bar, a name comes twice, a median is not finite in all bars, or low, median and high are out of order.</exception>
    public static Figure Draw(string title, string axis, params (string Name, Spread Spread)[] bars)
    {
        Demand.Some(bars, nameof(bars));
        Validate(bars);
        double[] finite = [.. bars.SelectMany(bar => new[] { bar.Spread.Lowest, bar.Spread.Median, bar.Spread.Highest }).Where(double.IsFinite)];
        var dots = bars.Select((bar, i) => Dot(bar, i, finite.Max())).ToList();
        var isLog = finite.Min() > 0 && finite.Max() > WideSpan * finite.Min();
        return new(new Drawing("comparison", title)
        {
            X = new(axis) { IsLog = isLog, Range = !isLog && finite.Min() >= 0 ? (0, finite.Max() * 1.05) : null },
            Y = new("") { Categories = [.. bars.Select(Caption)] },
            Series = dots,
            Height = Math.Clamp(150 + 38 * bars.Length, 220, 720),
            Contents = [.. bars.Select(bar => $"{Caption(bar)} {bar.Spread}")],
        });
    }

    private static Series Dot((string Name, Spread Spread) bar, int row, double highest) =>
        new(bar.Name, [bar.Spread.Median], [row])
        {
            Mark = Mark.Points,
            Color = Theme.ColorOf(row),
            Width = 11,
            InLegend = false,
            Whiskers = ([bar.Spread.Lowest], [Math.Min(bar.Spread.Highest, highest)]),
        };

    private static string Caption((string Name, Spread Spread) bar) => double.IsFinite(bar.Spread.Highest) ? bar.Name : $"{bar.Name} (a run failed)";

    private static void Validate((string Name, Spread Spread)[] bars)
    {
        if (bars.GroupBy(bar => bar.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"the name '{twice.Key}' comes {twice.Count()} times; every bar needs its own", nameof(bars));
        }

        Demand.Finite(string.Join(", ", bars.Select(bar => bar.Name)), [.. bars.Select(bar => bar.Spread.Median)], nameof(bars));
        if (bars.FirstOrDefault(bar => !(bar.Spread.Lowest <= bar.Spread.Median && bar.Spread.Median <= bar.Spread.Highest)) is { Spread: { } wrong } odd)
        {
            throw new ArgumentException($"the spread of '{odd.Name}' is not in order: lowest {wrong.Lowest}, median {wrong.Median}, highest {wrong.Highest}", nameof(bars));
        }
    }
}
