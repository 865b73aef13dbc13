namespace WorldModel.Charts;

/// <summary>How truth, observations and predictions look, the same in all charts of runs.</summary>
internal static class RunLook
{
    private const double RunsAway = 8;

    /// <summary>One channel of one run over time.</summary>
    internal static Series Line((string Name, Trajectories Runs) series, string channel, int run, int number)
    {
        var (seconds, values) = (series.Runs.Seconds(), series.Runs.Series(channel, run));
        Demand.Finite(series.Name, values, nameof(series));
        var points = Numbers.Thin(values.Length);
        return Of(new(series.Name, [.. points.Select(i => seconds[i])], [.. points.Select(i => values[i])]) { Color = "" }, number);
    }

    internal static Series Of(Series series, int number)
    {
        var color = number == 0 ? Theme.Ink : Theme.ColorOf(number - 1);
        return IsObserved(series.Name)
            ? series with { Color = color, Mark = Mark.Points, Width = 5, Opacity = 0.7 }
            : series with { Color = color, Width = number == 0 ? 3.5 : 2 };
    }

    /// <summary>Null where all values fit; else what the first ones, the truth, span and as much again on both sides.</summary>
    internal static (double Low, double High)? Window(double[][] values)
    {
        double[] truth = [.. values[0].Where(double.IsFinite)];
        double[] all = [.. values.SelectMany(one => one).Where(double.IsFinite)];
        var span = truth.Max() - truth.Min();
        return span > 0 && all.Max() - all.Min() > RunsAway * span ? (truth.Min() - span, truth.Max() + span) : null;
    }

    private static bool IsObserved(string name) =>
        name.Contains("sensor", StringComparison.OrdinalIgnoreCase) || name.Contains("observed", StringComparison.OrdinalIgnoreCase);
}
