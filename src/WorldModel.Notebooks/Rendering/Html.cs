using System.Net;
using System.Text;

namespace WorldModel.Notebooks.Rendering;

/// <summary>Text that may stand in a page: everything that is not the author's own HTML passes through here.</summary>
internal static class Html
{
    public static string Escape(string text) => WebUtility.HtmlEncode(WithoutControls(text));

    /// <summary>A path as a link: spaces and the like encoded, slashes kept.</summary>
    public static string Link(string path) => Escape(string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));

    // A page must stay valid whatever a cell prints; terminal colours and other controls have no meaning in it.
    private static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.Contains('\u001b'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            kept.Append(letter < ' ' && letter is not ('\n' or '\r' or '\t') ? '\uFFFD' : letter);
        }

        return kept.ToString();
    }
}
