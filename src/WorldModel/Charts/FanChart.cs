namespace WorldModel.Charts;

/// <summary>Many possible futures beside the one that came.</summary>
public static class FanChart
{
    private const int MostPaths = 60;
    private const int MostPointsOfPath = 40;

    /// <summary>Draws every run of some futures as a faint path through two channels, and the truth over them as a bold one: black where there is one fan, else in its fan's colour.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="right">Name of the channel to the right.</param>
    /// <param name="up">Name of the channel upwards.</param>
    /// <param name="fans">Name, imagined runs and the run that came true, each; what runs away is a gap. At most 60 futures of a fan are drawn.</param>
    /// <exception cref="ArgumentException">There is no fan, no such channel, no finite value, or units differ.</exception>
    public static Figure Draw(string title, string right, string up, params (string Name, Trajectories Futures, Trajectories Truth)[] fans)
    {
        Demand.Some(fans, nameof(fans));
        (string, Trajectories)[] all = [.. fans.SelectMany(fan => new[] { (fan.Name, fan.Futures), ($"{fan.Name}, truth", fan.Truth) })];
        var (x, y) = (Demand.Shared(right, 0, all), Demand.Shared(up, 0, all));
        var paths = fans.Select((fan, i) => Faint(fan, (right, up), i)).ToList();
        var truths = fans.Select((fan, i) => True(fan, (right, up), fans.Length == 1 ? Theme.Ink : Theme.ColorOf(i))).ToList();
        return new(new Drawing("fan of futures", title)
        {
            X = Wide(x, [.. paths, .. truths], one => one.X),
            Y = Wide(y, [.. paths, .. truths], one => one.Y),
            Series = [.. paths, .. truths],
            Height = 500,
            HasTrueProportions = x.Unit == y.Unit,
            Contents = Contents.Of([.. paths, .. truths], y.Unit, one => one.Y),
        });
    }

    // One series with gaps between the paths: it comes and goes as one.
    private static Series Faint((string Name, Trajectories Futures, Trajectories Truth) fan, (string X, string Y) channels, int number)
    {
        List<double> x = [], y = [];
        foreach (var run in Numbers.Thin(fan.Futures.Runs, MostPaths))
        {
            var (across, up) = (fan.Futures.Series(channels.X, run), fan.Futures.Series(channels.Y, run));
            var points = Numbers.Thin(across.Length, MostPointsOfPath);
            x.AddRange([.. points.Select(i => across[i]), double.NaN]);
            y.AddRange([.. points.Select(i => up[i]), double.NaN]);
        }

        Demand.Finite(fan.Name, [.. x.Zip(y, (a, b) => a + b)], nameof(fan));
        return new(fan.Name, [.. x], [.. y]) { Color = Theme.ColorOf(number), Width = 1.2, Opacity = 0.35 };
    }

    private static Series True((string Name, Trajectories Futures, Trajectories Truth) fan, (string X, string Y) channels, string color)
    {
        var (x, y) = (fan.Truth.Series(channels.X), fan.Truth.Series(channels.Y));
        var points = Numbers.Thin(x.Length);
        return new($"{fan.Name}, truth", [.. points.Select(i => x[i])], [.. points.Select(i => y[i])]) { Color = color, Width = 3.5 };
    }

    private static Axis Wide(Channel channel, List<Series> series, Func<Series, double[]> values)
    {
        double[] all = [.. series.SelectMany(values).Where(double.IsFinite)];
        var margin = Math.Max(0.05 * (all.Max() - all.Min()), 1e-3);
        return new(channel.Label) { Range = (all.Min() - margin, all.Max() + margin) };
    }
}
