using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace WorldModel.Notebooks.Pictures;

/// <summary>
/// A chart as the library writes it into <c>text/html</c>, known by the names of its parts: the static picture, and the
/// figure for plotly.js, packed. The runner has no reference to the library.
/// </summary>
internal sealed record FigureMarkup(string Html, Range Picture, string Json)
{
    private const string PictureStart = "<div class=\"wm-static\">";
    private const string PictureEnd = "</div>";
    private const string DataStart = "<script type=\"application/zlib\" class=\"wm-data\">";
    private const string DataEnd = "</script>";

    /// <summary>Names the figure: equal figures have equal hashes.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)))[..PictureTag.HashLength];

    /// <summary>The chart in a text, or null where there is none.</summary>
    public static FigureMarkup? Find(string html) =>
        Between(html, 0, PictureStart, PictureEnd) is { } picture
        && Between(html, picture.End.Value, DataStart, DataEnd) is { } data
        && Unpack(html[data]) is { } json
            ? new(html, picture, json)
            : null;

    /// <summary>The text with another picture.</summary>
    public string With(PictureTag picture) => $"{Html[..Picture.Start]}{picture.Html}{Html[Picture.End..]}";

    private static Range? Between(string text, int from, string start, string end)
    {
        var first = text.IndexOf(start, from, StringComparison.Ordinal);
        var last = first < 0 ? -1 : text.IndexOf(end, first, StringComparison.Ordinal);
        return last < 0 ? null : (first + start.Length)..last;
    }

    private static string? Unpack(string text)
    {
        try
        {
            using var unpacking = new StreamReader(new ZLibStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress));
            return unpacking.ReadToEnd();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
