using Plotly.NET;

namespace WorldModel.Charts;

/// <summary>The layout of every chart: margins in which nothing overlaps, fonts, axes, legend.</summary>
internal static class PlotlyLayout
{
    private const int TitleWidth = 72;
    private const string Nothing = "rgba(0,0,0,0)";

    internal static Layout Of(Drawing drawing)
    {
        var title = PlotlyText.Wrap(drawing.Title, TitleWidth);
        var layout = new Layout().Set(new()
        {
            ["title"] = Map(("text", string.Join("<br>", title.Select(PlotlyText.Escape))), ("x", 0.01), ("xanchor", "left"), ("y", 1), ("yref", "container"), ("yanchor", "top"), ("pad", Map(("t", 14 + 10 * (title.Count - 1)), ("l", 6))), ("font", Font(Theme.Heading))),
            ["autosize"] = true,
            ["height"] = drawing.Height,
            ["margin"] = Margin(drawing, 24 + 22 * title.Count),
            ["font"] = Map(("family", Theme.Font), ("size", Theme.Text), ("color", Theme.Ink)),
            ["paper_bgcolor"] = Theme.Card,
            ["plot_bgcolor"] = Nothing,
            ["hovermode"] = "closest",
            ["hoverlabel"] = Map(("align", "left"), ("namelength", -1)),
            ["barmode"] = drawing.Series.Any(series => series.Mark == Mark.Bars) ? "overlay" : null,
            ["bargap"] = drawing.Series.Any(series => series.Mark == Mark.Bars) ? 0 : null,
            ["showlegend"] = drawing.Series.Any(series => series.InLegend) || drawing.Bodies.Any(body => body.InLegend),
            ["legend"] = Legend(drawing),
        });
        return drawing.Z is null ? Flat(layout, drawing) : layout.Set(new() { ["scene"] = PlotlyScene.Of(drawing) });
    }

    internal static Dictionary<string, object> Map(params (string Name, object? Value)[] attributes) =>
        attributes.Where(attribute => attribute.Value is not null).ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);

    internal static Dictionary<string, object> Font(int size) => Map(("size", size), ("color", Theme.Ink));

    private static Layout Flat(Layout layout, Drawing drawing) => layout.Set(new()
    {
        ["xaxis"] = FlatAxis(drawing.X, drawing.Series.SelectMany(series => series.ReachX)),
        ["yaxis"] = Merge(
            FlatAxis(drawing.Y, drawing.Series.SelectMany(series => series.Y)),
            drawing.HasTrueProportions ? Map(("scaleanchor", "x"), ("scaleratio", 1)) : []),
    });

    private static Dictionary<string, object> FlatAxis(Axis axis, IEnumerable<double> values) => Merge(
        Map(("title", Map(("text", PlotlyText.Escape(axis.Title)), ("standoff", 10))), ("type", axis.IsLog ? "log" : "linear"), ("automargin", true),
            ("showline", axis.Categories is null), ("linecolor", Theme.Faint), ("gridcolor", Theme.Grid), ("zeroline", false),
            ("ticks", axis.Categories is null ? "outside" : ""), ("tickcolor", Theme.Faint), ("tickfont", Map(("color", axis.Categories is null ? Theme.Faint : Theme.Ink)))),
        axis.IsLog ? Merge(Map(("exponentformat", "power"), ("minor", Map(("ticks", "outside"), ("ticklen", 3)))), Decades(Scale.Of(axis, values, 1))) : [],
        Range(axis),
        axis.Categories is not { } names ? [] : Map(
            ("tickvals", Enumerable.Range(0, names.Length).ToArray()), ("ticktext", names.Select(PlotlyText.Escape).ToArray()), ("range", new[] { names.Length - 0.5, -0.5 })));

    // Left alone, Plotly puts a 2 and a 5 into each of many decades, and all nine digits into each of two.
    private static Dictionary<string, object> Decades(Scale scale) => Math.Log10(scale.High / scale.Low) switch
    {
        > 2.5 and var decades => Map(("dtick", Math.Ceiling(decades / 8))),
        > 0.7 => Map(("dtick", "D2")),
        _ => [],
    };

    internal static Dictionary<string, object> Range(Axis axis) =>
        axis.Range is { } range ? Map(("range", Numbers.Short([range.Low, range.High]))) : [];

    internal static Dictionary<string, object> Merge(params Dictionary<string, object>[] maps) =>
        maps.SelectMany(map => map).ToDictionary(pair => pair.Key, pair => pair.Value);

    // With a slider below, or a scene that fills the width, the legend is at the right; else below, where names may be long.
    private static Dictionary<string, object> Legend(Drawing drawing) => drawing.Motion is null && drawing.Z is null
        ? Map(("orientation", "h"), ("x", 0), ("xanchor", "left"), ("y", -0.24), ("yanchor", "top"), ("bgcolor", Nothing))
        : Map(("x", 1.01), ("xanchor", "left"), ("y", 1), ("yanchor", "top"), ("itemsizing", "constant"), ("bgcolor", Nothing));

    private static Dictionary<string, object> Margin(Drawing drawing, int top) => (drawing.Z, drawing.Motion) switch
    {
        (null, null) => Map(("l", 70), ("r", 24), ("t", top), ("b", 60)),
        (null, _) => Map(("l", 70), ("r", 24), ("t", top), ("b", 140)),
        (_, null) => Map(("l", 0), ("r", 0), ("t", top), ("b", 8)),
        _ => Map(("l", 0), ("r", 0), ("t", top), ("b", 96)),
    };
}
