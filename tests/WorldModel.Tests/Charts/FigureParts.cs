using System.IO.Compression;
using System.Text.Json;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

/// <summary>Takes a figure's HTML apart as a browser does.</summary>
internal static class FigureParts
{
    internal static string Svg(string html) => Between(html, "<div class=\"wm-static\">", "</div>\n<div class=\"wm-live\">");

    internal static string Json(string html)
    {
        var packed = Convert.FromBase64String(Between(html, "<script type=\"application/zlib\" class=\"wm-data\">", "</script>"));
        using StreamReader reader = new(new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    internal static JsonElement Data(this Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    internal static JsonElement Trace(this Figure figure, string name) =>
        figure.Data().GetProperty("data").EnumerateArray().First(trace => trace.GetProperty("name").GetString() == name);

    internal static double?[] Values(this JsonElement trace, string coordinate) =>
        [.. trace.GetProperty(coordinate).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? null : (double?)value.GetDouble())];

    internal static string AxisTitle(this Figure figure, string axis) =>
        figure.Data().GetProperty("layout").GetProperty(axis).GetProperty("title").GetProperty("text").GetString()!;

    internal static void Near(IEnumerable<double> expected, double?[] actual)
    {
        double[] all = [.. expected];
        Assert.Equal(all.Length, actual.Length);
        Assert.All(all.Zip(actual), pair => Assert.Equal(pair.First, pair.Second!.Value, Math.Abs(pair.First) * 1e-5 + 1e-12));
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
