namespace WorldModel.Charts;

/// <summary>Text for Plotly, which reads some HTML in it and breaks no line by itself.</summary>
internal static class PlotlyText
{
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Lines of about so many characters, broken between words.</summary>
    internal static List<string> Wrap(string text, int width)
    {
        List<string> lines = [""];
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width).Select(piece => new string(piece)));
        foreach (var word in words)
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : $" {word}";
        }

        return lines;
    }
}
