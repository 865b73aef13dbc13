using WorldModel.Display;

namespace WorldModel.Charts;

/// <summary>
/// Forms of a figure: those of every view, and the one that hosts with a Plotly renderer of their own take. No figure
/// prefers the latter: .NET Interactive would store it as a string, which those renderers refuse. A runner that stores
/// JSON as JSON asks for it. Created by the host by its name.
/// </summary>
internal sealed class FigureFormatterSource
{
    internal const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    private readonly object[] formatters =
        [.. new RichFormatterSource().CreateTypeFormatters(), new RichFormatter(PlotlyMimeType, view => (view as Figure)?.ToJson())];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
