using System.Text;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>Prints a value into a file of a given style, as if the file's own editor had written it.</summary>
internal sealed class JsonPrinter(JsonStyle style)
{
    private readonly StringBuilder _text = new();

    public static string Print(JsonNode? node, JsonStyle style, int level)
    {
        var printer = new JsonPrinter(style);
        printer.Write(node, level);
        return printer._text.ToString();
    }

    private void Write(JsonNode? node, int level)
    {
        switch (node)
        {
            case JsonObject members:
                WriteList('{', '}', level, members, member =>
                {
                    _text.Append(JsonEscapes.Quote(member.Key, style.AsciiOnly)).Append(style.Colon);
                    if (OutputReader.IsJson(member.Key))
                    {
                        // A figure's JSON is thousands of numbers: a line each would triple the file.
                        _text.Append(member.Value?.ToJsonString() ?? "null");
                    }
                    else
                    {
                        Write(member.Value, level + 1);
                    }
                });
                break;
            case JsonArray items:
                WriteList('[', ']', level, items, item => Write(item, level + 1));
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                _text.Append(JsonEscapes.Quote(text, style.AsciiOnly));
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void WriteList<T>(char open, char close, int level, IEnumerable<T> items, Action<T> write)
    {
        _text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            _text.Append(first ? "" : style.IsOneLine && style.Colon.Length > 1 ? ", " : ",");
            NewLine(level + 1);
            write(item);
            first = false;
        }

        if (!first)
        {
            NewLine(level);
        }

        _text.Append(close);
    }

    private void NewLine(int level)
    {
        _text.Append(style.NewLine);
        for (var i = 0; i < level && !style.IsOneLine; i++)
        {
            _text.Append(style.Indent);
        }
    }
}
