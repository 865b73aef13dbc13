using System.Text;

namespace WorldModel.Notebooks.Model;

/// <summary>How a JSON file is laid out, so that what is added looks like what is there.</summary>
internal sealed record JsonStyle(string Indent, string NewLine, bool AsciiOnly, string Colon)
{
    /// <summary>The layout that Jupyter gives a notebook.</summary>
    public static JsonStyle Jupyter { get; } = new(" ", "\n", AsciiOnly: false, ": ");

    public bool IsOneLine => NewLine.Length == 0;

    public static JsonStyle Of(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var brace = text.IndexOf('{', StringComparison.Ordinal) + 1;
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        var gap = brace > 0 && quote > brace ? text[brace..quote] : "";
        var newLine = gap.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : gap.Contains('\n', StringComparison.Ordinal) ? "\n" : "";
        var afterName = quote < 0 ? -1 : text.IndexOf("\":", quote + 1, StringComparison.Ordinal) + 2;
        var colon = afterName > 1 && afterName < text.Length && text[afterName] == ' ' ? ": " : ":";
        return new JsonStyle(gap[(gap.LastIndexOf('\n') + 1)..], newLine, EscapesLetters(text), colon);
    }

    // A file without a single letter beyond ASCII tells nothing: then the letters stay as they are, as Jupyter writes them.
    private static bool EscapesLetters(string text) =>
        text.All(char.IsAscii) && JsonEscapes.BeyondAscii().IsMatch(text);
}
