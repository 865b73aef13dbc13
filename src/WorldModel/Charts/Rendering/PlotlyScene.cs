using System.Numerics;

namespace WorldModel.Charts;

/// <summary>Plotly's scene: three axes and a camera that sees all of them.</summary>
internal static class PlotlyScene
{
    // Plotly's camera sees 45°, so at distance 1 a height of 2·tan(22.5°).
    private const double SeenHeight = 0.83;
    private const double SeenWidth = 1.5 * SeenHeight;

    private const int MostTicks = 7;

    // For the axes' numbers and titles.
    private const double Room = 1.12;

    internal static Dictionary<string, object> Of(Drawing drawing)
    {
        Axis[] axes = [drawing.X, drawing.Y, drawing.Z!];
        var aspect = drawing.HasTrueProportions ? Aspect(axes) : [1, 1, 1];
        var scales = axes.Select((axis, i) => Axis(axis, Math.Max(2, (int)(MostTicks * aspect[i] / aspect.Max())))).ToList();
        return PlotlyLayout.Map(
            ("xaxis", scales[0]), ("yaxis", scales[1]), ("zaxis", scales[2]),
            ("aspectmode", drawing.HasTrueProportions ? "data" : "cube"),
            ("camera", Camera(aspect)));
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
        var (width, height, depth) = View.Spans(aspect);
        var reach = Room * Math.Max(width / SeenWidth, height / SeenHeight) + 0.15 * depth;
        return PlotlyLayout.Map(
            ("eye", Point(View.Towards * (float)reach)),
            ("center", Point(new(0, 0, -0.08f * (float)reach))),
            ("up", Point(Vector3.UnitZ)));
    }

    private static Dictionary<string, object> Point(Vector3 at) =>
        PlotlyLayout.Map(("x", Numbers.Short(at.X)), ("y", Numbers.Short(at.Y)), ("z", Numbers.Short(at.Z)));

    private static Dictionary<string, object> Axis(Axis axis, int ticks) => PlotlyLayout.Merge(
        PlotlyLayout.Map(
            ("title", PlotlyLayout.Map(("text", PlotlyText.Escape(axis.Title)), ("font", PlotlyLayout.Font(Theme.Text)))), ("showbackground", false), ("gridcolor", Theme.Grid),
            ("zerolinecolor", Theme.Grid), ("showspikes", false), ("nticks", ticks), ("tickfont", PlotlyLayout.Map(("size", Theme.Text - 2), ("color", Theme.Faint)))),
        PlotlyLayout.Range(axis));
}
