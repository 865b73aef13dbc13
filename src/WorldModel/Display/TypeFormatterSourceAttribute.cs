namespace WorldModel.Display;

/// <summary>
/// Tells a notebook host how to show a type. .NET Interactive looks for an attribute of this name, whoever declares
/// it, so the library needs no reference to a host; the property names are part of that convention.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [RichFormatter.Html, RichFormatter.Text];
}
