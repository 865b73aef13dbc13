using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Model;

internal static partial class JsonEscapes
{
    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u(?!00[0-7])[0-9a-fA-F]{4}")]
    public static partial Regex BeyondAscii();

    public static string Quote(string text, bool asciiOnly)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            quoted.Append(Escape(letter, asciiOnly));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escape(char letter, bool asciiOnly) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        < ' ' => Code(letter),
        > '~' when asciiOnly => Code(letter),
        _ => letter.ToString(),
    };

    private static string Code(char letter) => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture);
}
