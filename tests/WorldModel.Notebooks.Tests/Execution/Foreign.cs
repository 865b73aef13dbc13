namespace WorldModel.Notebooks.Tests.Execution.Foreign;

/// <summary>As a library declares it for any host: only the names matter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

internal sealed class Source
{
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", "<b>{0}</b>"), new Formatter("text/plain", "[{0}]"), new Formatter("application/x.chart+json", "{{\"title\":\"{0}\"}}")];
}

internal sealed class Formatter(string mimeType, string pattern)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is Declined)
        {
            return false;
        }

        writer.Write(pattern, instance is Chart chart ? chart.Title : "view");
        return true;
    }
}

[TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html"])]
internal record Chart(string Title);

internal sealed record DerivedChart() : Chart("derived");

[TypeFormatterSource(typeof(Source))]
internal interface IView;

internal sealed class ViewOnly : IView;

internal sealed class Declined : IView;
