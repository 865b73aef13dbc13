using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Reporting;

/// <summary>The table at the end; the very last line is read by continuous integration.</summary>
internal static class Summary
{
    private static readonly string[] Head = ["notebook", "cells", "checks", "seconds", "memory", "result"];

    public static void Write(TextWriter output, IReadOnlyList<NotebookResult> results, string? sitePage)
    {
        string[][] rows = [Head, .. results.Select(Row), Total(results)];
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        output.WriteLine();
        foreach (var row in rows)
        {
            var cells = row.Select((text, column) => column is 0 || column == Head.Length - 1 ? text.PadRight(widths[column]) : text.PadLeft(widths[column]));
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
        result.Notebook is null ? "" : $"{result.Cells.Count}/{CodeCells(result)}",
        result.Notebook is null ? "" : $"{CheckMarks.Count(result)}",
        result.IsFromCache ? $"({Wording.Seconds(result.Duration)})" : Wording.Seconds(result.Duration),
        Wording.Megabytes(result.PeakMemory),
        result switch
        {
            { IsFromCache: true, Passed: true } => $"passed on {Wording.Day(result.RanAt!.Value)}, unchanged",
            { Passed: true, LeftOut.Count: > 0 } => $"passed, {Wording.LeftOut(result)}",
            { Passed: true } => "passed",
            { FailedCell: { } cell } => $"failed in cell {cell.Cell.Number}",
            _ => "failed",
        },
    ];

    /// <summary>Time is what was spent now; memory is the largest, since notebooks run in processes of their own.</summary>
    private static string[] Total(IReadOnlyList<NotebookResult> results)
    {
        var spent = results.Where(result => !result.IsFromCache).Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Duration);
        return
        [
            "total",
            Part(results.Sum(result => result.Cells.Count), results.Sum(CodeCells)),
            $"{results.Sum(CheckMarks.Count)}",
            Wording.Seconds(spent),
            Wording.Megabytes(results.Select(result => result.PeakMemory).DefaultIfEmpty().Max()),
            "",
        ];
    }

    private static string Part(int part, int whole) => whole == 0 ? "" : $"{part}/{whole}";

    private static int CodeCells(NotebookResult result) => result.Notebook?.Cells.Count(cell => cell.HasCode) ?? 0;
}
