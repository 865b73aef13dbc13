using Newtonsoft.Json;
using Plotly.NET;

namespace WorldModel.Charts;

/// <summary>A drawing as the figure that plotly.js takes: data, layout, frames, config.</summary>
internal static class PlotlyJson
{
    private static readonly string[] UselessButtons = ["select2d", "lasso2d", "autoScale2d", "tableRotation", "resetCameraLastSave3d"];

    internal static string Of(Drawing drawing)
    {
        // Plotly.NET's charts carry a template of 7 kB in each layout and hold no frames; its traces and layout alone do neither.
        var figure = new
        {
            data = PlotlyTraces.Of(drawing),
            layout = PlotlyLayout.Of(drawing).AddControls(drawing),
            frames = PlotlyMotion.Frames(drawing),
            config = new Config().Set(new()
            {
                ["responsive"] = true,
                ["displaylogo"] = false,
                ["modeBarButtonsToRemove"] = UselessButtons,
            }),
        };
        return JsonConvert.SerializeObject(figure, new JsonSerializerSettings { Culture = System.Globalization.CultureInfo.InvariantCulture, Converters = { new ShortNumbers() } });
    }
}
