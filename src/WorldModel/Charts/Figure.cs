using System.Globalization;
using WorldModel.Display;

namespace WorldModel.Charts;

/// <summary>
/// A chart that a notebook shows: interactive where scripts run, a picture where they do not. It needs no network, and
/// the same figure is written the same way every time.
/// </summary>
[TypeFormatterSource(typeof(FigureFormatterSource))]
public sealed class Figure : IPageView
{
    private readonly Drawing drawing;
    private readonly Lazy<string> json;

    internal Figure(Drawing drawing)
    {
        this.drawing = drawing;
        json = new(() => PlotlyJson.Of(drawing));
    }

    /// <summary>Title of the chart.</summary>
    public string Title => drawing.Title;

    string IPageView.ScriptName => "plotly.min.js";

    /// <inheritdoc />
    public string ToHtml() => ToHtml(PlotlyLibrary.OfProcess);

    string IPageView.ToPageHtml() => ToHtml(PlotlyLibrary.OfPage);

    string IPageView.ReadScript() => PlotlyLibrary.Wrapped();

    internal string ToHtml(PlotlyLibrary library) => FigureHtml.Of(this, ToSvg(), library);

    internal string ToSvg() => Picture.Of(drawing);

    /// <inheritdoc />
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"[{drawing.Kind}] {Title}: {string.Join("; ", drawing.Contents)}").ReplaceLineEndings(" ");

    /// <summary>The figure as plotly.js takes it: data, layout, frames and config.</summary>
    public string ToJson() => json.Value;

    /// <inheritdoc />
    public override string ToString() => ToText();
}
