namespace WorldModel.Charts;

/// <summary>How truth, observations and predictions look, the same in all charts of runs.</summary>
internal static class RunLook
{
    internal static Series Of(Series series, int number)
    {
        var color = number == 0 ? Theme.Ink : Theme.ColorOf(number - 1);
        return IsObserved(series.Name)
            ? series with { Color = color, Mark = Mark.Points, Width = 5, Opacity = 0.7 }
            : series with { Color = color, Width = number == 0 ? 3.5 : 2 };
    }

    private static bool IsObserved(string name) =>
        name.Contains("sensor", StringComparison.OrdinalIgnoreCase) || name.Contains("observed", StringComparison.OrdinalIgnoreCase);
}
