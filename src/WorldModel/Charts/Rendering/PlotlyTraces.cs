using DynamicObj;
using Plotly.NET;

namespace WorldModel.Charts;

/// <summary>Bodies and series as Plotly's traces.</summary>
internal static class PlotlyTraces
{
    internal static Trace[] Of(Drawing drawing) =>
        [.. drawing.Bodies.Select(Mesh), .. drawing.Series.Select(series => series.Z is null ? Flat(series, drawing) : Deep(series, drawing))];

    private static Trace Mesh(Body body) => new Trace("mesh3d").Set(new()
    {
        ["name"] = PlotlyText.Escape(body.Name),
        ["legendgroup"] = body.Name,
        ["showlegend"] = body.InLegend,
        ["x"] = Numbers.Short([.. body.Points.Select(p => Math.Round(p.X, 3))]),
        ["y"] = Numbers.Short([.. body.Points.Select(p => Math.Round(p.Y, 3))]),
        ["z"] = Numbers.Short([.. body.Points.Select(p => Math.Round(p.Z, 3))]),
        ["i"] = body.Faces.Select(face => face.A).ToArray(),
        ["j"] = body.Faces.Select(face => face.B).ToArray(),
        ["k"] = body.Faces.Select(face => face.C).ToArray(),
        ["color"] = body.Color,
        ["opacity"] = body.Opacity,
        ["flatshading"] = true,
        ["lighting"] = new Dictionary<string, object> { ["ambient"] = 0.55, ["diffuse"] = 0.55, ["specular"] = 0.05, ["roughness"] = 0.9, ["fresnel"] = 0.05 },
        ["lightposition"] = new Dictionary<string, object> { ["x"] = -3000, ["y"] = -5000, ["z"] = 10000 },
        ["text"] = body.Texts?.Select(PlotlyText.Escape).ToArray(),
        ["hovertemplate"] = body.Texts is null ? null : "<b>%{text}</b><extra>%{fullData.name}</extra>",
        ["hoverinfo"] = body.Texts is null ? "skip" : null,
    });

    private static Trace Flat(Series series, Drawing drawing) => series.Mark == Mark.Bars
        ? Shared(new("bar"), series, drawing).Set(new() { ["width"] = Numbers.Short(series.BarWidth), ["marker"] = new Dictionary<string, object> { ["color"] = series.Color } })
        : Pen(Shared(new("scatter"), series, drawing), series).Set(new() { ["error_x"] = Whiskers(series) });

    private static Trace Deep(Series series, Drawing drawing) =>
        Pen(Shared(new("scatter3d"), series, drawing), series).Set(new() { ["z"] = Numbers.Short(series.Z!) });

    private static Trace Shared(Trace trace, Series series, Drawing drawing) => trace.Set(new()
    {
        ["name"] = PlotlyText.Escape(series.Name),
        ["legendgroup"] = series.Group,
        ["showlegend"] = series.InLegend,
        ["x"] = Numbers.Short(series.X),
        ["y"] = Numbers.Short(series.Y),
        ["opacity"] = series.Opacity,
        ["text"] = series.Texts?.Select(PlotlyText.Escape).ToArray(),
        ["hovertemplate"] = series.Mark is Mark.Labels or Mark.Area ? null : Hover(series, drawing),
        ["hoverinfo"] = series.Mark is Mark.Labels or Mark.Area ? "skip" : null,
    });

    private static Trace Pen(Trace trace, Series series) => trace.Set(new()
    {
        ["mode"] = series.Mark switch { Mark.Line or Mark.Area => "lines", Mark.Points => "markers", _ => "text" },
        ["line"] = series.Mark is not (Mark.Line or Mark.Area) ? null : new Dictionary<string, object> { ["color"] = series.Color, ["width"] = series.Z is null ? series.Width : 1.5 * series.Width, ["dash"] = series.IsDashed ? "dash" : "solid" },
        ["marker"] = series.Mark != Mark.Points ? null : new Dictionary<string, object> { ["color"] = series.Color, ["size"] = series.Z is null ? series.Width : 0.6 * series.Width, ["line"] = new Dictionary<string, object> { ["color"] = "white", ["width"] = series.Width > 6 ? 1 : 0 } },
        ["textfont"] = series.Mark != Mark.Labels ? null : new Dictionary<string, object> { ["color"] = series.Color, ["size"] = Theme.Text - 2 },
        ["textposition"] = series.Mark != Mark.Labels ? null : "top center",
        ["fill"] = series.Mark == Mark.Area ? "toself" : null,
        ["fillcolor"] = series.Mark == Mark.Area ? series.Color : null,
        ["connectgaps"] = false,
    });

    private static Dictionary<string, object>? Whiskers(Series series) => series.Whiskers is not { } whiskers ? null : new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = Numbers.Short([.. whiskers.High.Zip(series.X, (high, x) => high - x)]),
        ["arrayminus"] = Numbers.Short([.. whiskers.Low.Zip(series.X, (low, x) => x - low)]),
        ["color"] = series.Color,
        ["thickness"] = 2.5,
        ["width"] = 7,
    };

    // The name is looked up by Plotly: written into the template, a "%{" in it would be read as a variable.
    private static string Hover(Series series, Drawing drawing)
    {
        List<string> lines = [series.Texts is null ? "<b>%{fullData.name}</b>" : "<b>%{text}</b>", Value(drawing.X, "x")];
        if (drawing.Y.Categories is null)
        {
            lines.Add(Value(drawing.Y, "y"));
        }

        if (drawing.Z is { } z)
        {
            lines.Add(Value(z, "z"));
        }

        return string.Join("<br>", lines) + "<extra></extra>";
    }

    private static string Value(Axis axis, string coordinate) =>
        $"{Harmless(axis.Name)} %{{{coordinate}:.4~g}} {Harmless(axis.Unit)}".TrimEnd();

    private static string Harmless(string text) => PlotlyText.Escape(text).Replace("%{", "% {", StringComparison.Ordinal);
}
