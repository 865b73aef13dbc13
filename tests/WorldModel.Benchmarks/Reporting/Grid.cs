using System.Net;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>A table for a terminal, for Markdown and for a page. The first column is words, the others are numbers.</summary>
/// <param name="Head">Names of the columns, with units.</param>
/// <param name="Rows">Cells, as many as there are columns.</param>
internal sealed record Grid(string[] Head, IReadOnlyList<string[]> Rows)
{
    internal string ToText()
    {
        int[] widths = [.. Head.Select((head, column) => Rows.Select(row => row[column].Length).Prepend(head.Length).Max())];
        return string.Join('\n', Rows.Prepend(Head).Select(row => Line(row, widths)));
    }

    internal string ToMarkdown()
    {
        string[] rule = [.. Head.Select((_, column) => column == 0 ? "---" : "---:")];
        return string.Join('\n', Rows.Prepend(rule).Prepend(Head).Select(row => $"| {string.Join(" | ", row.Select(Escape))} |"));
    }

    internal string ToHtml() =>
        $"""
        <div class="table"><table>
        <thead>{Row(Head, "th scope=\"col\"", "th")}</thead>
        <tbody>
        {string.Join('\n', Rows.Select(row => Row(row, "td", "td")))}
        </tbody>
        </table></div>
        """;

    private static string Line(string[] row, int[] widths) =>
        string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Row(string[] row, string open, string close) =>
        $"<tr>{string.Concat(row.Select(cell => $"<{open}>{WebUtility.HtmlEncode(cell)}</{close}>"))}</tr>";
}
