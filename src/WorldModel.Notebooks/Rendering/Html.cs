using System.Buffers;
using System.Text;

namespace WorldModel.Notebooks.Rendering;

/// <summary>Text that may stand in a page: everything that is not the author's own HTML passes through here.</summary>
internal static class Html
{
    private static readonly SearchValues<char> Special = SearchValues.Create([.. "&<>\"'", .. Enumerable.Range(0, ' ').Select(code => (char)code), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(Escape(rune));
        }

        return escaped.ToString();
    }

    /// <summary>A path as a link: spaces and the like encoded, slashes kept.</summary>
    public static string Link(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    // A page must stay valid whatever a cell prints; terminal colours and other controls have no meaning in it.
    private static string Escape(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' or '\t' or '\r' => rune.ToString(),
        < ' ' => "\uFFFD",
        _ => rune.ToString(),
    };
}
