using WorldModel.Charts;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>Lines with a marker at each measurement.</summary>
internal static class LineChart
{
    internal static Figure Draw(string title, Axis x, Axis y, params (string Name, double[] X, double[] Y)[] lines) => new(new Drawing("measured lines", title)
    {
        X = x,
        Y = y,
        Series = [.. lines.SelectMany((line, i) => Draw(line, Theme.ColorOf(i)))],
        Height = 560,
        Contents = [.. lines.Select(line => FormattableString.Invariant($"{line.Name} ({line.X.Length} points, {line.Y.Min():g3} to {line.Y.Max():g3} {y.Unit})"))],
    });

    private static Series[] Draw((string Name, double[] X, double[] Y) line, string color) =>
    [
        new(line.Name, line.X, line.Y) { Color = color, Width = 2, Group = line.Name },
        new(line.Name, line.X, line.Y) { Color = color, Mark = Mark.Points, Width = 7, Group = line.Name, InLegend = false },
    ];
}
