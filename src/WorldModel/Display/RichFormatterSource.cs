namespace WorldModel.Display;

/// <summary>Created by the host, which calls the method by its name.</summary>
internal sealed class RichFormatterSource
{
    private readonly RichFormatter[] formatters = [new(RichFormatter.Html), new(RichFormatter.Text)];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
