using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The first picture that a notebook shows, as a file of its own for the notebook's card.</summary>
internal sealed partial record CardPicture(string Extension, byte[] Content, string Alt)
{
    public static CardPicture? Of(NotebookResult result) => result.Cells
        .SelectMany(cell => cell.Outputs.OfType<DataOutput>())
        .Select(output => From(output.Data))
        .FirstOrDefault(picture => picture is not null);

    private static CardPicture? From(IReadOnlyDictionary<string, string> forms)
    {
        if (forms.TryGetValue("text/html", out var html))
        {
            return FromImage(html) ?? FromDrawing(html);
        }

        return forms.TryGetValue("image/svg+xml", out var svg) ? FromDrawing(svg)
            : forms.TryGetValue("image/png", out var png) && Decode(png) is { } content ? new CardPicture("png", content, forms.GetValueOrDefault("text/plain", ""))
            : null;
    }

    private static CardPicture? FromImage(string html)
    {
        foreach (var tag in Image().Matches(html).Select(match => match.Value))
        {
            if (DataAddress().Match(tag) is { Success: true } source)
            {
                var data = WebUtility.HtmlDecode(source.Groups["data"].Value);
                var content = source.Groups["base64"].Success ? Decode(data) : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(data));
                return content is null ? null : new CardPicture(source.Groups["type"].Value.Split('+')[0], content, Label(tag));
            }
        }

        return null;
    }

    private static CardPicture? FromDrawing(string html) => Drawing().Match(html) is { Success: true } drawing
        ? new CardPicture("svg", Encoding.UTF8.GetBytes(WithNamespace(drawing.Value)), Label(drawing.Value[..(drawing.Value.IndexOf('>', StringComparison.Ordinal) + 1)]))
        : null;

    private static byte[]? Decode(string base64)
    {
        var content = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, content, out var length) ? content[..length] : null;
    }

    private static string Label(string tag) => Alternative().Match(tag) is { Success: true } label ? WebUtility.HtmlDecode(label.Groups["text"].Value) : "";

    // Inside a page a drawing may leave its namespace out; as a file of its own it may not.
    private static string WithNamespace(string drawing) => drawing[..drawing.IndexOf('>', StringComparison.Ordinal)].Contains("xmlns=", StringComparison.Ordinal)
        ? drawing
        : $"<svg xmlns=\"http://www.w3.org/2000/svg\"{drawing["<svg".Length..]}";

    [GeneratedRegex("<img\\s[^>]*>")]
    private static partial Regex Image();

    [GeneratedRegex("\\ssrc=\"data:image/(?<type>png|jpeg|webp|avif|gif|svg\\+xml)(?<base64>;base64)?,(?<data>[^\"]+)\"")]
    private static partial Regex DataAddress();

    [GeneratedRegex("\\s(?:alt|aria-label)=\"(?<text>[^\"]*)\"")]
    private static partial Regex Alternative();

    // A drawing may hold drawings: up to the end tag that closes the first one.
    [GeneratedRegex("<svg[ >](?>(?<inner><svg[ >])|(?<-inner></svg>)|(?!</?svg[ >]).)*(?(inner)(?!))</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
