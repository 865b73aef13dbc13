using System.Reflection;
using WorldModel.Display;

namespace WorldModel.Tests.Display;

/// <summary>What notebook hosts look for by name, with no reference to this library nor from it to them.</summary>
public sealed class HostConventionTests
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    public static TheoryData<string> Views => [.. typeof(IRichView).Assembly.GetExportedTypes()
        .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IRichView))).Select(type => type.FullName!)];

    [Fact]
    public void A_table_is_a_view() => Assert.Contains(typeof(Table).FullName, Views.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Views))]
    public void DotNet_Interactive_finds_the_formatters_by_name(string view)
    {
        var attribute = TypeOf(view).GetCustomAttributes(inherit: false).Single(a => a.GetType().Name == AttributeName);
        var source = Activator.CreateInstance((Type)Value(attribute, "FormatterSourceType")!)!;
        Assert.Equal(["text/html", "text/plain"], (IEnumerable<string>)Value(attribute, "PreferredMimeTypes")!);

        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters", Type.EmptyTypes)!.Invoke(source, null)!;
        Assert.Equal(["text/html", "text/plain"], formatters.Select(formatter => (string)Value(formatter, "MimeType")!).Take(2));
        Assert.All(formatters, formatter =>
            Assert.Equal(typeof(bool), formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.ReturnType));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Verso_finds_ToHtml_by_name(string view) =>
        Assert.Equal(typeof(string), TypeOf(view).GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)!.ReturnType);

    [Fact]
    public void A_formatter_writes_its_kind_of_text_and_declines_what_is_no_view()
    {
        Table table = new(["a"], [["1"]]);
        var written = new RichFormatterSource().CreateTypeFormatters().Cast<RichFormatter>().Select(formatter =>
        {
            using StringWriter writer = new();
            Assert.False(formatter.Format("no view", writer));
            Assert.True(formatter.Format(table, writer));
            return writer.ToString();
        });
        Assert.Equal([table.ToHtml(), table.ToText()], written);
    }

    private static Type TypeOf(string name) => typeof(IRichView).Assembly.GetType(name, throwOnError: true)!;

    private static object? Value(object instance, string property) => instance.GetType().GetProperty(property)!.GetValue(instance);
}
