using System.Reflection;
using System.Text.Json;
using WorldModel.Charts;
using WorldModel.Display;

namespace WorldModel.Tests.Charts;

/// <summary>Notebook hosts know no type of ours; they look for these names.</summary>
public sealed class FormatterConventionTests
{
    private const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    private static readonly Type[] Views = [.. typeof(IRichView).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IRichView)) && !type.IsInterface)];

    [Fact]
    public void Charts_and_tables_are_views()
    {
        Assert.Contains(typeof(Figure), Views);
        Assert.Contains(typeof(Table), Views);
    }

    [Fact]
    public void Every_view_carries_an_attribute_of_the_name_that_dotnet_interactive_looks_for()
    {
        foreach (var view in Views)
        {
            var attribute = view.GetCustomAttributes(inherit: false).Single(one => one.GetType().Name == "TypeFormatterSourceAttribute");
            var source = Assert.IsAssignableFrom<Type>(Property(attribute, "FormatterSourceType"));
            Assert.Equal(["text/html", "text/plain"], Assert.IsType<string[]>(Property(attribute, "PreferredMimeTypes")));
            Assert.NotNull(source.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance, []));
        }
    }

    [Fact]
    public void The_source_makes_a_formatter_a_mime_type_and_each_writes_its_view()
    {
        var figure = ChartSamples.All().First(sample => sample.Name == "histogram").Figure;
        Assert.Equal(figure.ToText(), Formatted(figure, "text/plain"));
        Assert.StartsWith("<figure class=\"wm-chart\"", Formatted(figure, "text/html"), StringComparison.Ordinal);
        Assert.Null(Formatted(new object(), "text/plain"));
    }

    [Fact]
    public void A_figure_is_also_written_as_json_for_hosts_with_a_plotly_renderer()
    {
        foreach (var (name, figure) in ChartSamples.All(ChartSamples.Hostile))
        {
            using var json = JsonDocument.Parse(Formatted(figure, PlotlyMimeType)!);
            Assert.True(json.RootElement.EnumerateObject().Select(member => member.Name).SequenceEqual(["data", "layout", "frames", "config"]), name);
            Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty("data").ValueKind);
        }

        Assert.Null(Formatted(new object(), PlotlyMimeType));
    }

    [Fact]
    public void Every_view_has_a_public_parameterless_ToHtml_for_Verso()
    {
        foreach (var view in Views)
        {
            Assert.Equal(typeof(string), view.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, [])?.ReturnType);
        }
    }

    [Fact]
    public void The_text_of_a_figure_is_one_line_with_kind_title_and_series()
    {
        foreach (var (name, figure) in ChartSamples.All("a\nb"))
        {
            Assert.False(figure.ToText().Contains('\n', StringComparison.Ordinal), name);
        }

        var overlay = ChartSamples.All().Single(sample => sample.Name == "overlay").Figure;
        Assert.Equal("[overlay over time] model: truth (11 points, 0 to 5 m); model (11 points, 1 to 5 m)", overlay.ToText());
    }

    private static string? Formatted(object value, string mimeType)
    {
        var attribute = typeof(Figure).GetCustomAttributes(inherit: false).Single(one => one.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType")!, nonPublic: true)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, [])!;
        var formatter = formatters.Single(one => (string?)Property(one, "MimeType") == mimeType);
        using StringWriter writer = new();
        var isWritten = (bool)formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [value, writer])!;
        return isWritten ? writer.ToString() : null;
    }

    private static object? Property(object target, string name) => target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(target);
}
