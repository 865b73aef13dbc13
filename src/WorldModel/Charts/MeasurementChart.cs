namespace WorldModel.Charts;

/// <summary>Measurements and the curves that explain them.</summary>
public static class MeasurementChart
{
    /// <summary>Draws one quantity against another.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="x">The quantity to the right.</param>
    /// <param name="y">The quantity upwards.</param>
    /// <param name="series">The first are the measurements, drawn as markers; the others are drawn as lines from left to right.</param>
    /// <exception cref="ArgumentException">There is no series, or one whose x and y differ in length or hold no finite value.</exception>
    public static Figure Draw(string title, Channel x, Channel y, params (string Name, double[] X, double[] Y)[] series)
    {
        Demand.Some(series, nameof(series));
        var drawn = series.Select(Points).ToList();
        return new(new Drawing("measurements", title)
        {
            X = new(x.Label),
            Y = new(y.Label),
            Series = drawn,
            Contents = Contents.Of(drawn, y.Unit, one => one.Y),
        });
    }

    private static Series Points((string Name, double[] X, double[] Y) series, int number)
    {
        Demand.SameLength(series.Name, series.X, series.Y, nameof(series));
        Demand.Finite(series.Name, [.. series.X.Zip(series.Y, (x, y) => x + y)], nameof(series));
        if (number == 0)
        {
            return new(series.Name, series.X, series.Y) { Color = Theme.Ink, Mark = Mark.Points, Width = 8 };
        }

        int[] order = [.. Enumerable.Range(0, series.X.Length).OrderBy(i => series.X[i])];
        int[] kept = [.. Numbers.Thin(order.Length).Select(i => order[i])];
        return new(series.Name, [.. kept.Select(i => series.X[i])], [.. kept.Select(i => series.Y[i])]) { Color = Theme.ColorOf(number - 1), Width = 2.5 };
    }
}
