namespace WorldModel.Charts;

/// <summary>Plotly's scene: three axes and a camera that sees all of them.</summary>
internal static class PlotlyScene
{
    private const double Distance = 1.18;

    internal static Dictionary<string, object> Of(Drawing drawing)
    {
        Axis[] axes = [drawing.X, drawing.Y, drawing.Z!];
        return PlotlyLayout.Map(
            ("xaxis", Axis(axes[0])), ("yaxis", Axis(axes[1])), ("zaxis", Axis(axes[2])),
            ("aspectmode", drawing.HasTrueProportions ? "data" : "cube"),
            ("camera", Camera(drawing.HasTrueProportions ? Aspect(axes) : [1, 1, 1])));
    }

    /// <summary>Lengths that Plotly gives the axes in real proportions: their product is 1.</summary>
    internal static double[] Aspect(Axis[] axes)
    {
        double[] spans = [.. axes.Select(axis => axis.Range is { } range ? range.High - range.Low : 1)];
        var mean = Math.Cbrt(spans[0] * spans[1] * spans[2]);
        return [.. spans.Select(span => span / mean)];
    }

    private static Dictionary<string, object> Camera(double[] aspect)
    {
        var reach = Distance * Math.Sqrt(aspect.Sum(length => length * length));
        return PlotlyLayout.Map(
            ("eye", PlotlyLayout.Map(("x", Numbers.Short(0.42 * reach)), ("y", Numbers.Short(-0.78 * reach)), ("z", Numbers.Short(0.46 * reach)))),
            ("center", PlotlyLayout.Map(("x", 0), ("y", 0), ("z", Numbers.Short(-0.05 * reach)))),
            ("up", PlotlyLayout.Map(("x", 0), ("y", 0), ("z", 1))));
    }

    private static Dictionary<string, object> Axis(Axis axis) => PlotlyLayout.Merge(
        PlotlyLayout.Map(
            ("title", PlotlyLayout.Map(("text", PlotlyText.Escape(axis.Title)))), ("showbackground", false), ("gridcolor", Theme.Grid),
            ("zerolinecolor", Theme.Grid), ("showspikes", false), ("nticks", 7), ("tickfont", PlotlyLayout.Map(("size", Theme.Text - 2), ("color", Theme.Faint)))),
        PlotlyLayout.Range(axis));
}
