using Plotly.NET;

namespace WorldModel.Charts;

/// <summary>Frames, a button that plays them and a slider through time.</summary>
internal static class PlotlyMotion
{
    private const double SlowestPlay = 15;
    private const double FastestPlay = 2;

    internal static Frame[] Frames(Drawing drawing) => drawing.Motion is not { } motion
        ? []
        : [.. Enumerable.Range(0, motion.Seconds.Length).Select(frame => new Frame().Set(new()
        {
            ["name"] = Name(frame),
            ["data"] = motion.Tracks.Select(track => PlotlyLayout.Map(("x", At(track.X, frame)), ("y", At(track.Y, frame)), ("z", At(track.Z, frame)))).ToArray(),
            ["traces"] = motion.Tracks.Select(track => track.Trace).ToArray(),
        }))];

    internal static Layout AddControls(this Layout layout, Drawing drawing)
    {
        if (drawing.Motion is not { } motion)
        {
            return layout;
        }

        var isDeep = drawing.Z is not null;
        var below = isDeep ? 4 : 52;
        return layout.Set(new() { ["updatemenus"] = new[] { Buttons(motion, isDeep, below + 24) }, ["sliders"] = new[] { Slider(motion, isDeep, below) } });
    }

    private static string Name(int frame) => frame.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static double?[]? At(double[][]? values, int frame) => values is null ? null : Numbers.Short(values[frame]);

    private static Dictionary<string, object> Buttons(Motion motion, bool redraw, int below) => PlotlyLayout.Map(
        ("type", "buttons"), ("direction", "left"), ("showactive", false), ("x", 0.01), ("xanchor", "left"), ("y", 0), ("yanchor", "top"),
        ("pad", PlotlyLayout.Map(("t", below), ("r", 8))),
        ("buttons", new[]
        {
            Button("▶", [null, Play(FrameTime(motion), redraw)]),
            Button("❚❚", [new object?[] { null }, Play(0, redraw: false)]),
        }));

    private static Dictionary<string, object> Button(string label, object?[] arguments) =>
        PlotlyLayout.Map(("label", label), ("method", "animate"), ("args", arguments));

    private static Dictionary<string, object> Play(int milliseconds, bool redraw) => PlotlyLayout.Map(
        ("mode", "immediate"), ("fromcurrent", true),
        ("frame", PlotlyLayout.Map(("duration", milliseconds), ("redraw", redraw))), ("transition", PlotlyLayout.Map(("duration", 0))));

    /// <summary>As fast as it happened, within what can be watched.</summary>
    private static int FrameTime(Motion motion) =>
        (int)(1000 * Math.Clamp(motion.Seconds[^1] - motion.Seconds[0], FastestPlay, SlowestPlay) / Math.Max(1, motion.Seconds.Length - 1));

    private static Dictionary<string, object> Slider(Motion motion, bool redraw, int below) => PlotlyLayout.Map(
        ("x", 0.16), ("len", 0.82), ("xanchor", "left"), ("y", 0), ("yanchor", "top"), ("pad", PlotlyLayout.Map(("t", below), ("b", 6))),
        ("currentvalue", PlotlyLayout.Map(("prefix", "time "), ("suffix", " s"), ("xanchor", "left"))), ("ticklen", 4),
        ("font", PlotlyLayout.Map(("size", Theme.Text - 1), ("color", Theme.Ink))),
        ("steps", motion.Seconds.Select((second, frame) => PlotlyLayout.Map(
            ("label", Numbers.Say(second)), ("method", "animate"), ("args", new object[] { new[] { Name(frame) }, Play(0, redraw) }))).ToArray()));
}
