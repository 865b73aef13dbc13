namespace WorldModel.Charts;

/// <summary>Title above and legend below a picture; what is left between them is for the drawing.</summary>
internal sealed class PictureFrame
{
    internal const double Width = 720;

    private const double RowHeight = 20;
    private const double Edge = 16;
    private const double Longest = Width - 2 * Edge - 30;

    private readonly List<string> title;
    private readonly List<List<Series>> rows = [[]];

    internal PictureFrame(Drawing drawing)
    {
        title = PlotlyText.Wrap(drawing.Title, 76);
        var entries = drawing.Bodies.Where(body => body.InLegend).Select(body => new Series(body.Name, [], []) { Color = body.Color, Mark = Mark.Points })
            .Concat(drawing.Series.Where(series => series.InLegend));
        foreach (var entry in entries)
        {
            if (rows[^1].Count > 0 && rows[^1].Sum(one => EntryWidth(one.Name)) + EntryWidth(entry.Name) > Width - 2 * Edge)
            {
                rows.Add([]);
            }

            rows[^1].Add(entry);
        }
    }

    internal double Top => 14 + 20 * title.Count;

    internal double Bottom => rows[0].Count == 0 ? 8 : 18 + RowHeight * rows.Count;

    internal void Draw(Svg svg, double height)
    {
        for (var line = 0; line < title.Count; line++)
        {
            svg.Text(title[line], (Edge, 22 + 20 * line), size: 15);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var (x, y) = (Edge, height - Bottom + 6 + RowHeight * (row + 0.5));
            foreach (var entry in rows[row])
            {
                Key(svg, entry, x, y);
                svg.Text(Svg.Cut(entry.Name, Longest, 12), (x + 26, y + 4));
                x += EntryWidth(entry.Name);
            }
        }
    }

    private static void Key(Svg svg, Series entry, double x, double y)
    {
        if (entry.Mark == Mark.Line)
        {
            svg.Path($"M{Svg.At(x)} {Svg.At(y)}h20", entry);
        }
        else if (entry.Mark == Mark.Area)
        {
            svg.Area($"M{Svg.At(x)} {Svg.At(y - 6)}h20v12h-20", entry);
        }
        else
        {
            svg.Dot((x + 10, y), 5, entry.Color);
        }
    }

    private static double EntryWidth(string name) => 44 + Svg.WidthOf(Svg.Cut(name, Longest, 12), 12);
}
