using System.Text.RegularExpressions;

namespace WorldModel.Benchmarks.Course;

/// <summary>Reads the table with which the runner ends, so that a notebook's time and memory are measured in one place.</summary>
internal static partial class SummaryTable
{
    private static readonly string[] Head = ["notebook", "cells", "checks", "seconds", "memory", "result"];

    /// <summary>All rows, that of the total last.</summary>
    /// <exception cref="FormatException">There is no such table.</exception>
    internal static SummaryRow[] Parse(IEnumerable<string> lines)
    {
        SummaryRow[] rows = [.. lines.SkipWhile(line => !Columns(line).SequenceEqual(Head)).Skip(1).TakeWhile(line => line.Length > 0).Select(Row)];
        return rows.Length > 0 ? rows : throw new FormatException($"the runner printed no table of {string.Join(", ", Head)}; what it printed stands above");
    }

    // The total has no result, and a notebook that could not be read has only one.
    private static SummaryRow Row(string line) => Columns(line) switch
    {
        [var notebook, _, _, var seconds, var memory, .. var result] => new(notebook, seconds, memory, string.Join(", ", result)),
        [var notebook, .. var rest] => new(notebook, "", "", string.Join(", ", rest)),
        [] => throw new FormatException("the runner's table has an empty row"),
    };

    private static string[] Columns(string line) => Gap().Split(line.Trim());

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
