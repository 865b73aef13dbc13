using System.Reflection;
using System.Text.Json;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>
/// Renders a value by the convention of .NET Interactive, everything found by name: the value's type carries an
/// attribute <c>TypeFormatterSourceAttribute</c> whose source creates formatters. So the library needs no reference to
/// any host, and this host none to the library.
/// </summary>
internal static class ValueFormatter
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// The value's forms (MIME type → text), always with <c>text/plain</c> among them: those asked for, else all that its
    /// source offers. Hosts that show a value at once take the preferred forms; a saved notebook is opened by any of them.
    /// </summary>
    /// <param name="value">What a cell shows.</param>
    /// <param name="mimeTypes">The forms wanted; null or none: all.</param>
    /// <param name="note">Told about a form that is left out, because it says that it is JSON and is not.</param>
    public static Dictionary<string, string> Format(object? value, IReadOnlyList<string>? mimeTypes = null, Action<string>? note = null)
    {
        var forms = new Dictionary<string, string>();
        if (value is not null && FindAttribute(value.GetType()) is { } attribute)
        {
            var formatters = Formatters(attribute);
            var wanted = mimeTypes is { Count: > 0 } ? mimeTypes : formatters.Select(formatter => Property(formatter, "MimeType")).OfType<string>();
            foreach (var type in wanted.Append("text/plain").Distinct())
            {
                if (Write(formatters, type, value) is { } text && IsSound(type, text, value, note))
                {
                    forms[type] = text;
                }
            }
        }

        forms.TryAdd("text/plain", PlainText.Of(value));
        return forms;
    }

    private static bool IsSound(string mimeType, string text, object value, Action<string>? note)
    {
        if (!OutputReader.IsJson(mimeType))
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException problem)
        {
            note?.Invoke($"the form {mimeType} of {value.GetType()} is left out, because it is no JSON: {problem.Message}");
            return false;
        }
    }

    private static object? FindAttribute(Type type)
    {
        var chain = Enumerable.Empty<Type>();
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            chain = chain.Append(ancestor);
        }

        return chain.Concat(type.GetInterfaces())
            .SelectMany(candidate => candidate.GetCustomAttributes(inherit: false))
            .FirstOrDefault(attribute => attribute.GetType().Name == AttributeName);
    }

    private static object[] Formatters(object attribute)
    {
        var sourceType = Property(attribute, "FormatterSourceType") as Type
            ?? throw new InvalidOperationException($"{AttributeName} names no FormatterSourceType.");
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var create = sourceType.GetMethod("CreateTypeFormatters", Instance, [])
            ?? throw new InvalidOperationException($"{sourceType} has no method CreateTypeFormatters().");
        return [.. ((System.Collections.IEnumerable)create.Invoke(source, [])!).Cast<object>()];
    }

    private static string? Write(object[] formatters, string mimeType, object value)
    {
        foreach (var formatter in formatters.Where(formatter => Property(formatter, "MimeType") is string type && type == mimeType))
        {
            using var writer = new StringWriter { NewLine = "\n" };
            var format = formatter.GetType().GetMethod("Format", Instance, [typeof(object), typeof(TextWriter)]);
            if (format?.Invoke(formatter, [value, writer]) is true)
            {
                return writer.ToString();
            }
        }

        return null;
    }

    private static object? Property(object owner, string name) => owner.GetType().GetProperty(name, Instance)?.GetValue(owner);
}
