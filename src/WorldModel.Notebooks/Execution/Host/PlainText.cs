using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Scripting.Hosting;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>A value as plain text: its own words where it has some, else its members as C# would write them.</summary>
internal static class PlainText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable => CSharpObjectFormatter.Instance.FormatObject(value),
        _ when SpeaksForItself(value.GetType()) => value.ToString() ?? "",
        _ => CSharpObjectFormatter.Instance.FormatObject(value),
    };

    private static bool SpeaksForItself(Type type) =>
        type.GetMethod(nameof(ToString), [])?.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType);
}
