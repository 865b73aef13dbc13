using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Reporting;

/// <summary>The table at the end; the very last line is read by continuous integration.</summary>
internal static class Summary
{
    public static void Write(TextWriter output, IReadOnlyList<NotebookResult> results, string? sitePage)
    {
        string[][] rows = [["notebook", "cells", "seconds", "memory", "result"], .. results.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        output.WriteLine();
        foreach (var row in rows)
        {
            var cells = row.Select((text, column) => column is 0 or 4 ? text.PadRight(widths[column]) : text.PadLeft(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }

        output.WriteLine();
        output.WriteLine(sitePage is null ? "No site was written." : $"Site: {sitePage}");
        output.WriteLine($"{results.Count(result => result.Passed)} notebooks passed, {results.Count(result => !result.Passed)} failed");
        output.Flush();
    }

    private static string[] Row(NotebookResult result) =>
    [
        result.Name,
        result.Notebook is null ? "" : $"{result.Cells.Count}/{result.Notebook.Cells.Count(cell => cell.HasCode)}",
        Wording.Seconds(result.Duration),
        Wording.Megabytes(result.PeakMemory),
        result switch
        {
            { Passed: true } => "passed",
            { FailedCell: { } cell } => $"failed in cell {cell.Cell.Number}",
            _ => "failed",
        },
    ];
}
