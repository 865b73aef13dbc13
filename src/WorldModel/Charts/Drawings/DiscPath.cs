namespace WorldModel.Charts;

/// <summary>One disc of one series on its way.</summary>
/// <param name="Name">Name of the series.</param>
/// <param name="Number">Number of the series; 0 is the truth.</param>
/// <param name="IsFirst">Whether it stands in the legend for all of its series.</param>
/// <param name="X">Places along x [m].</param>
/// <param name="Y">Places along y [m].</param>
/// <param name="Radius">Its radius [m]; 0 for an empty place.</param>
internal sealed record DiscPath(string Name, int Number, bool IsFirst, double[] X, double[] Y, double Radius)
{
    internal static DiscPath Of((string Name, Trajectories Runs) series, int run, int disc, int number)
    {
        double[] Values(string channel) => series.Runs.Series($"{channel} {disc}", run);
        var (x, y) = (Values("x"), Values("y"));
        Demand.Finite(series.Name, x, nameof(series));
        Demand.Finite(series.Name, y, nameof(series));
        return new(series.Name, number, disc == 1, x, y, Values("radius")[0]);
    }

    /// <summary>Where it has been, as a faint line.</summary>
    internal Series Trail()
    {
        var points = Numbers.Thin(X.Length, 60);
        return new(Name, Rounded(points.Select(i => X[i])), Rounded(points.Select(i => Y[i]))) { Color = Color, Width = 1.2, Opacity = 0.45, InLegend = false, Group = Name };
    }

    /// <summary>The disc in a frame: filled for the truth, a ring for a prediction.</summary>
    internal Series Disc(int frame, int sides)
    {
        var (x, y) = Around(frame, sides);
        return new(Name, x, y) { Color = Color, Mark = Number == 0 ? Mark.Area : Mark.Line, Width = 2.5, Opacity = Number == 0 ? 0.35 : 1, InLegend = IsFirst, Group = Name };
    }

    internal Track Follow(int[] frames, int trace, int sides)
    {
        var around = frames.Select(frame => Around(frame, sides)).ToList();
        return new(trace, [.. around.Select(one => one.X)], [.. around.Select(one => one.Y)], null);
    }

    private string Color => Number == 0 ? Theme.Ink : Theme.ColorOf(Number - 1);

    // Along the upper edge and back along the lower one, as areas go.
    private (double[] X, double[] Y) Around(int frame, int sides)
    {
        var angles = Enumerable.Range(0, 2 * sides + 1).Append(2 * sides).Select(i => Math.PI * (1 - i / (double)sides)).ToList();
        return (Rounded(angles.Select(angle => X[frame] + Radius * Math.Cos(angle))), Rounded(angles.Select(angle => Y[frame] + Radius * Math.Sin(angle))));
    }

    // A millimetre is finer than a pixel, and short numbers keep notebooks small.
    private static double[] Rounded(IEnumerable<double> values) => [.. values.Select(value => Math.Round(value, 3))];
}
