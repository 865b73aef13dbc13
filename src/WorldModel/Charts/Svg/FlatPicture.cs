namespace WorldModel.Charts;

/// <summary>Two axes and what lies between them.</summary>
internal sealed class FlatPicture
{
    private const int MostPoints = 180;
    private const double Right = 20;
    private const double WidestName = 320;

    private readonly Drawing drawing;
    private readonly double left, top, width, height;
    private readonly Scale x, y;

    internal FlatPicture(Drawing drawing, double top, double height)
    {
        this.drawing = drawing;
        this.top = top + 6;
        this.height = height - 6 - 44;
        y = drawing.Y.Categories is { } rows ? new(rows.Length - 0.5, -0.5, false, this.height) : Scale.Of(drawing.Y, drawing.Series.SelectMany(series => series.Y), this.height);
        left = drawing.Y.Categories is { } names
            ? 26 + names.Max(name => Svg.WidthOf(Svg.Cut(name, WidestName, 12), 12))
            : 46 + UpTicks().Max(tick => Svg.WidthOf(tick.Label, 11));
        width = PictureFrame.Width - left - Right;
        x = Scale.Of(drawing.X, drawing.Series.SelectMany(series => series.ReachX), width);
        (x, y) = drawing.HasTrueProportions ? Proportional(x, y) : (x, y);
    }

    internal void Draw(Svg svg)
    {
        DrawX(svg);
        DrawY(svg);
        // A picture within the picture cuts off what leaves its edges.
        svg.Raw($"<svg x=\"{Svg.At(left)}\" y=\"{Svg.At(top)}\" width=\"{Svg.At(width)}\" height=\"{Svg.At(height)}\" overflow=\"hidden\">");
        foreach (var series in drawing.Series)
        {
            Draw(svg, series);
        }

        svg.Raw("</svg>");
    }

    private void DrawX(Svg svg)
    {
        var bottom = top + height;
        foreach (var (tick, label) in RightTicks())
        {
            var at = left + x.At(tick);
            svg.Line((at, top), (at, bottom), Theme.Grid).Text(label, (Svg.Within(at, label, 11), bottom + 17), "middle", 11, Theme.Faint);
        }

        svg.Line((left, bottom), (left + width, bottom), Theme.Faint).Text(drawing.X.Title, (left + width / 2, bottom + 37), "middle");
    }

    private void DrawY(Svg svg)
    {
        if (drawing.Y.Categories is { } names)
        {
            for (var row = 0; row < names.Length; row++)
            {
                svg.Text(Svg.Cut(names[row], WidestName, 12), (left - 10, Up(row) + 4), "end");
            }

            return;
        }

        foreach (var (tick, label) in UpTicks())
        {
            svg.Line((left, Up(tick)), (left + width, Up(tick)), Theme.Grid).Text(label, (left - 7, Up(tick) + 4), "end", 11, Theme.Faint);
        }

        svg.Line((left, top), (left, top + height), Theme.Faint).Text(drawing.Y.Title, (16, top + height / 2), "middle", isUpright: false);
    }

    private (double Value, string Label)[] UpTicks() => y.Ticks(y.IsLog ? 9 : 6);

    /// <summary>As many as there is room for beside each other.</summary>
    private (double Value, string Label)[] RightTicks() =>
        Enumerable.Range(1, 7).Reverse().Select(x.Ticks)
            .FirstOrDefault(ticks => ticks.Sum(tick => Svg.WidthOf(tick.Label, 11) + 8) < width * ticks.Length / (ticks.Length + 1.0)) ?? x.Ticks(1);

    private double Up(double value) => top + height - y.At(value);

    private (double X, double Y) Inside(double right, double up) => (x.At(right), height - y.At(up));

    private void Draw(Svg svg, Series series)
    {
        var points = Numbers.Thin(series.X.Length, MostPoints);
        switch (series.Mark)
        {
            case Mark.Line:
                svg.Path(Svg.Through(points.Select(i => IsShown(series, i) ? Inside(series.X[i], series.Y[i]) : ((double, double)?)null)), series);
                break;
            case Mark.Area:
                Area(svg, series);
                break;
            case Mark.Bars:
                Array.ForEach(points, i => Bar(svg, series, i));
                break;
            default:
                Array.ForEach([.. points.Where(i => IsShown(series, i))], i => Spot(svg, series, i));
                break;
        }
    }

    // Its points go along the upper edge and back along the lower one: both edges are thinned alike.
    private void Area(Svg svg, Series series)
    {
        var upper = Numbers.Thin(series.X.Length / 2, MostPoints);
        var around = upper.Concat(upper.Reverse().Select(i => series.X.Length - 1 - i));
        svg.Area(Svg.Through(around.Select(i => ((double, double)?)Inside(series.X[i], series.Y[i]))), series);
    }

    private void Bar(Svg svg, Series series, int i)
    {
        var ((from, up), (to, floor)) = (Inside(series.X[i] - series.BarWidth / 2, series.Y[i]), Inside(series.X[i] + series.BarWidth / 2, 0));
        svg.Box(from, up, to - from, floor - up, series.Color, series.Opacity);
    }

    private void Spot(Svg svg, Series series, int i)
    {
        if (series.Whiskers is { } whiskers)
        {
            var (from, to) = (Inside(whiskers.Low[i], series.Y[i]), Inside(whiskers.High[i], series.Y[i]));
            svg.Line(from, to, series.Color, 2.5);
            Array.ForEach([from, to], end => svg.Line((end.X, end.Y - 6), (end.X, end.Y + 6), series.Color, 2.5));
        }

        svg.Dot(Inside(series.X[i], series.Y[i]), series.Width / 2, series.Color, series.Opacity);
    }

    private bool IsShown(Series series, int i) => series.Has(i) && !(drawing.X.IsLog && series.X[i] <= 0) && !(drawing.Y.IsLog && series.Y[i] <= 0);

    /// <summary>Widens one of the two until a unit is as long on both.</summary>
    private static (Scale X, Scale Y) Proportional(Scale x, Scale y)
    {
        var unit = Math.Max((x.High - x.Low) / x.Pixels, (y.High - y.Low) / y.Pixels);
        return (Widened(x, unit), Widened(y, unit));
    }

    private static Scale Widened(Scale scale, double unit)
    {
        var (middle, half) = ((scale.Low + scale.High) / 2, unit * scale.Pixels / 2);
        return scale with { Low = middle - half, High = middle + half };
    }
}
