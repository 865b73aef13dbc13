namespace WorldModel.Display;

/// <summary>Created by the host, which calls the method by its name.</summary>
internal sealed class RichFormatterSource
{
    private readonly RichFormatter[] formatters =
    [
        new(RichFormatter.Html, view => (view as IRichView)?.ToHtml()),
        new(RichFormatter.Text, view => (view as IRichView)?.ToText()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
