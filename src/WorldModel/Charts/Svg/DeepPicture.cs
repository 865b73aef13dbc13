using System.Numerics;

namespace WorldModel.Charts;

/// <summary>Bodies, paths and markers in space, painted from far to near.</summary>
internal sealed class DeepPicture
{
    private const int MostPoints = 180;
    private const double LongestLabel = 240;

    private const double Margin = 70;
    private const double Inner = PictureFrame.Width - Margin - 60;
    private const double Below = 56;

    private readonly Drawing drawing;
    private readonly Vector3 low, high;
    private readonly View view;

    internal DeepPicture(Drawing drawing, double top, double height)
    {
        this.drawing = drawing;
        Axis[] axes = [drawing.X, drawing.Y, drawing.Z!];
        float[] lows = [.. axes.Select(axis => (float)axis.Range!.Value.Low)], highs = [.. axes.Select(axis => (float)axis.Range!.Value.High)];
        (low, high) = (new(lows), new(highs));
        view = new(low, high, drawing.HasTrueProportions, (Margin, top + 8, Inner, height - Below));
    }

    /// <summary>As high as it becomes when it is as wide as the picture.</summary>
    internal static double HeightOf(Drawing drawing)
    {
        Axis[] axes = [drawing.X, drawing.Y, drawing.Z!];
        var (width, height, _) = View.Spans(drawing.HasTrueProportions ? PlotlyScene.Aspect(axes) : [1, 1, 1]);
        return Below + 8 + Inner * height / width;
    }

    internal void Draw(Svg svg)
    {
        DrawAxis(svg, drawing.X, (low, high with { Y = low.Y, Z = low.Z }), (0, 15), "middle");
        DrawAxis(svg, drawing.Y, (low with { X = high.X }, high with { Z = low.Z }), (8, 11), "start");
        DrawAxis(svg, drawing.Z!, (low, low with { Z = high.Z }), (-8, 4), "end");
        new BodyPainter(view).Draw(svg, drawing.Bodies);
        foreach (var series in drawing.Series)
        {
            Draw(svg, series);
        }
    }

    private void DrawAxis(Svg svg, Axis axis, (Vector3 From, Vector3 To) edge, (double X, double Y) offset, string anchor)
    {
        var (from, to) = (view.At(edge.From), view.At(edge.To));
        svg.Line(from, to, Theme.Faint);
        var range = axis.Range!.Value;
        var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        foreach (var (tick, label) in new Scale(range.Low, range.High, false, length).Ticks(Math.Max(1, (int)(length / 45))))
        {
            var at = view.At(Vector3.Lerp(edge.From, edge.To, (float)((tick - range.Low) / (range.High - range.Low))));
            svg.Dot(at, 1.5, Theme.Faint).Text(label, (at.X + offset.X, at.Y + offset.Y), anchor, 10, Theme.Faint);
        }

        // Upright, a title beside the axis would lie on its numbers.
        _ = anchor == "end"
            ? svg.Text(axis.Title, (to.X, to.Y - 9), "middle", 11)
            : svg.Text(axis.Title, ((from.X + to.X) / 2 + 3.2 * offset.X, (from.Y + to.Y) / 2 + 2.3 * offset.Y), anchor, 11);
    }

    private void Draw(Svg svg, Series series)
    {
        var points = Numbers.Thin(series.X.Length, MostPoints);
        if (series.Mark == Mark.Line)
        {
            svg.Path(Svg.Through(points.Select(i => Place(series, i))), series);
            return;
        }

        foreach (var i in points)
        {
            _ = Place(series, i) is not { } at ? svg
                : series.Mark == Mark.Labels ? Label(svg, Svg.Cut(series.Texts![i], LongestLabel, 10), at)
                : svg.Dot(at, series.Width / 2, series.Color, series.Opacity);
        }
    }

    /// <summary>Null for a gap and for what lies outside the axes.</summary>
    private (double X, double Y)? Place(Series series, int i)
    {
        Vector3 point = new((float)series.X[i], (float)series.Y[i], (float)series.Z![i]);
        var isInside = Vector3.Clamp(point, low, high) == point || series.Mark == Mark.Labels;
        return series.Has(i) && isInside ? view.At(point) : null;
    }

    private static Svg Label(Svg svg, string name, (double X, double Y) at) => svg.Text(name, (Svg.Within(at.X, name, 10), at.Y - 3), "middle", 10);
}
