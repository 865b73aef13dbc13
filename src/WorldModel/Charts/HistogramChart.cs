namespace WorldModel.Charts;

/// <summary>How often which values occur.</summary>
public static class HistogramChart
{
    private const int FewestBins = 8;
    private const int MostBins = 40;

    /// <summary>Draws counts of values in bins that all series share; about √n bins.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="axis">What is counted, with its unit: <c>error [m]</c>.</param>
    /// <param name="series">Values; those that are not finite are left out, and the name then says how many.</param>
    /// <exception cref="ArgumentException">There is no series, or one without a finite value.</exception>
    public static Figure Draw(string title, string axis, params (string Name, double[] Values)[] series)
    {
        Demand.Some(series, nameof(series));
        foreach (var (name, values) in series)
        {
            Demand.Finite(name, values, nameof(series));
        }

        var (low, width, bins) = Bins([.. series.SelectMany(one => one.Values).Where(double.IsFinite)], series.Max(one => one.Values.Length));
        var bars = series.Select((one, i) => Bars(one, low, width, bins) with { Color = Theme.ColorOf(i), Opacity = series.Length == 1 ? 0.9 : 0.55 }).ToList();
        return new(new Drawing("histogram", title)
        {
            X = new(axis) { Range = (low, low + bins * width) },
            Y = new("count") { Range = (0, 1.05 * bars.Max(bar => bar.Y.Max())) },
            Series = bars,
            Contents = [.. Contents.Of(series.Select(one => new Series(one.Name, one.Values, one.Values) { Color = "" }), new Axis(axis).Unit, one => one.X)],
        });
    }

    private static (double Low, double Width, int Count) Bins(double[] values, int longest)
    {
        var (low, high) = (values.Min(), values.Max());
        var bins = Math.Clamp((int)Math.Sqrt(longest), FewestBins, MostBins);
        var span = high > low ? high - low : Math.Max(1e-9, Math.Abs(high)) * 0.1;
        return high > low ? (low, span / bins, bins) : (low - span / 2, span / FewestBins, FewestBins);
    }

    private static Series Bars((string Name, double[] Values) series, double low, double width, int bins)
    {
        var counts = new double[bins];
        double[] finite = [.. series.Values.Where(double.IsFinite)];
        foreach (var value in finite)
        {
            counts[Math.Clamp((int)((value - low) / width), 0, bins - 1)]++;
        }

        var lost = series.Values.Length - finite.Length;
        var name = lost == 0 ? series.Name : $"{series.Name} ({lost} not finite)";
        return new(name, [.. Enumerable.Range(0, bins).Select(bin => low + (bin + 0.5) * width)], counts) { Color = "", Mark = Mark.Bars, BarWidth = width };
    }
}
