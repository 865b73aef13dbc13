using System.Net;
using System.Text;

namespace WorldModel.Display;

/// <summary>A table that a notebook shows with aligned numbers.</summary>
/// <param name="headers">Names of the columns, with units.</param>
/// <param name="rows">Cells, a row each; as many as there are headers.</param>
/// <exception cref="ArgumentException">A row has more or fewer cells than there are headers.</exception>
[TypeFormatterSource(typeof(RichFormatterSource))]
public sealed class Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) : IRichView
{
    private const int Longest = 25;

    private readonly IReadOnlyList<IReadOnlyList<string>> rows = Regular(headers, rows);

    /// <inheritdoc />
    public string ToHtml()
    {
        var html = new StringBuilder("<table class=\"wm-table\"><thead><tr>");
        html.AppendJoin("", headers.Select(header => $"<th scope=\"col\">{WebUtility.HtmlEncode(header)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows.Take(Longest))
        {
            html.Append("<tr>").AppendJoin("", row.Select(Cell)).Append("</tr>");
        }

        return html.Append("</tbody></table>").Append(rows.Count > Longest ? $"<p>{rows.Count - Longest} more rows</p>" : "").ToString();
    }

    /// <inheritdoc />
    public string ToText()
    {
        var shown = rows.Take(Longest).Prepend(headers).ToList();
        var widths = headers.Select((_, column) => shown.Max(row => row[column].Length)).ToList();
        var lines = shown.Select(row => string.Join("  ", row.Select((cell, column) => IsNumber(cell) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        return string.Join("\n", lines) + (rows.Count > Longest ? $"\n({rows.Count - Longest} more rows)" : "");
    }

    private static IReadOnlyList<IReadOnlyList<string>> Regular(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var ragged = Enumerable.Range(0, rows.Count).FirstOrDefault(row => rows[row].Count != headers.Count, -1);
        return ragged < 0 ? rows : throw new ArgumentException($"row {ragged + 1} has {rows[ragged].Count} cells, and there are {headers.Count} headers", nameof(rows));
    }

    private static string Cell(string text) =>
        $"<td{(IsNumber(text) ? " style=\"text-align:right\"" : "")}>{WebUtility.HtmlEncode(text)}</td>";

    private static bool IsNumber(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
