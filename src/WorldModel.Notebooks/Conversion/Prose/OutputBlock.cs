using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Prose;

/// <summary>An output as Markdown: text as a block, a chart as its picture, a table as a table.</summary>
internal static partial class OutputBlock
{
    private static readonly Dictionary<string, string> Extensions = new() { ["image/png"] = ".png", ["image/jpeg"] = ".jpg", ["image/webp"] = ".webp", ["image/gif"] = ".gif", ["image/svg+xml"] = ".svg" };

    public static string Of(Output output, PictureFiles pictures) => output switch
    {
        StreamOutput stream => Text(stream.Text),
        ErrorOutput { Traceback: [] } error => Text($"{error.Name}: {error.Value}"),
        ErrorOutput error => Text(string.Join('\n', error.Traceback)),
        DataOutput data => Picture(data, pictures) ?? Table(data) ?? Text(data.Data.GetValueOrDefault("text/plain", "")),
        _ => "",
    };

    private static string Text(string text)
    {
        var plain = TerminalColour().Replace(text, "");
        return plain.Trim().Length == 0 ? "" : MarkdownWriter.Fence(plain, "text");
    }

    private static string? Picture(DataOutput data, PictureFiles pictures)
    {
        var html = data.Data.GetValueOrDefault("text/html", "");
        var words = data.Data.GetValueOrDefault("text/plain", "picture");
        foreach (var (type, extension) in Extensions)
        {
            if (Stored(data, html, type) is { } found)
            {
                return Image(found.Alt ?? words, pictures.Add(TitleOf(words), extension, found.Content));
            }
        }

        return Drawn().Match(html) is { Success: true } svg
            ? Image(Label().Match(svg.Value) is { Success: true } label ? WebUtility.HtmlDecode(label.Groups[1].Value) : words, pictures.Add(TitleOf(words), ".svg", Encoding.UTF8.GetBytes(svg.Value)))
            : null;
    }

    private static (byte[] Content, string? Alt)? Stored(DataOutput data, string html, string type)
    {
        if (data.Data.TryGetValue(type, out var own))
        {
            return (type == "image/svg+xml" ? Encoding.UTF8.GetBytes(own) : Base64(own), null);
        }

        var image = ImageTag().Matches(html).FirstOrDefault(tag => tag.Value.Contains($"data:{type};base64,", StringComparison.Ordinal));
        if (image is null)
        {
            return null;
        }

        var content = Regex.Match(image.Value, $"data:{Regex.Escape(type)};base64,([A-Za-z0-9+/=\\s]+)").Groups[1].Value;
        return (Base64(content), Alt().Match(image.Value) is { Success: true } alt ? WebUtility.HtmlDecode(alt.Groups[1].Value) : null);
    }

    private static byte[] Base64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException e)
        {
            throw new NotebookProblem("a picture that the notebook was saved with is damaged (it is not base64). Execute it again with `run --write`.", e);
        }
    }

    // A chart's text is "[kind] title: contents".
    private static string TitleOf(string words) => ChartTitle().Replace(words, "").Split(": ")[0];

    private static string Image(string alt, string address) => $"![{Escaped(alt)}]({address})";

    private static string Escaped(string text) => Special().Replace(Whitespace().Replace(text, " ").Trim(), @"\$0");

    /// <summary>A plain table in Markdown's own form; any other stays HTML, which Markdown takes as long as no line is empty.</summary>
    private static string? Table(DataOutput data)
    {
        if (TableTag().Match(data.Data.GetValueOrDefault("text/html", "")) is not { Success: true } table)
        {
            return null;
        }

        var rows = Row().Matches(table.Value).Select(row => CellTag().Matches(row.Value).Select(cell => Plain(cell.Groups[2].Value)).ToArray()).ToArray();
        if (rows.Length == 0 || rows[0].Length == 0 || rows.Any(row => row.Length != rows[0].Length) || !rows[0].Zip(CellTag().Matches(Row().Match(table.Value).Value)).All(cell => cell.Second.Groups[1].Value == "h"))
        {
            return EmptyLine().Replace(table.Value, "\n");
        }

        var rule = CellTag().Matches(Row().Matches(table.Value).ElementAtOrDefault(1)?.Value ?? "").Select(cell => cell.Value.Contains("text-align:right", StringComparison.Ordinal) ? "--:" : "---").ToArray();
        var ruled = rule.Length == rows[0].Length ? rule : [.. rows[0].Select(_ => "---")];
        return string.Join('\n', new[] { rows[0], ruled }.Concat(rows[1..]).Select(row => $"| {string.Join(" | ", row)} |"));
    }

    private static string Plain(string html) =>
        Special().Replace(Whitespace().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ").Trim(), @"\$0").Replace("|", @"\|", StringComparison.Ordinal);

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]")]
    private static partial Regex TerminalColour();

    // A picture may hold others; it ends where as many have ended as have begun.
    [GeneratedRegex("<svg\\b(?>(?:(?!</?svg\\b).)+|(?<open><svg\\b)|(?<-open></svg>))*(?(open)(?!))</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawn();

    [GeneratedRegex("<img\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex ImageTag();

    [GeneratedRegex("\\balt=\"([^\"]*)\"")]
    private static partial Regex Alt();

    [GeneratedRegex("\\baria-label=\"([^\"]*)\"")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\[[^\]]*\] ")]
    private static partial Regex ChartTitle();

    [GeneratedRegex(@"[\\\[\]<>`*_]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex("<table\\b.*</table>", RegexOptions.Singleline)]
    private static partial Regex TableTag();

    [GeneratedRegex("<tr\\b.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t([hd])\\b[^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellTag();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLine();
}
