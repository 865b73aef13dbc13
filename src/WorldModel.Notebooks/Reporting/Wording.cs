using System.Globalization;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Reporting;

internal static class Wording
{
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    public static string WholeSeconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s";

    public static string Megabytes(long bytes) =>
        bytes > 0 ? (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB" : "";

    public static string Day(DateTimeOffset date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Which cell: with its first tag, and with those that change how it runs.</summary>
    public static string Heading(Notebook notebook, Cell cell)
    {
        var tags = cell.Tags.Take(1).Concat(cell.IsSlow ? [CellTags.Slow] : []).Distinct();
        return $"{notebook.Name}  cell {cell.Number}/{notebook.Cells.Count} ({string.Join(", ", tags.DefaultIfEmpty("code"))})";
    }

    /// <summary>What became of a notebook, as it ends.</summary>
    public static string Outcome(NotebookResult result) => result switch
    {
        { Passed: false } => $"FAILED{(result.Problem is { } problem ? $": {problem}" : "")}",
        { IsFromCache: true } => $"unchanged since {Day(result.RanAt!.Value)}, not run again; --fresh runs it",
        { LeftOut.Count: > 0 } => $"passed in {Seconds(result.Duration)}, {LeftOut(result)}",
        _ => $"passed in {Seconds(result.Duration)}",
    };

    public static string LeftOut(NotebookResult result) => $"without {Count(result.LeftOut.Count, "cell")} ({string.Join(", ", result.LeftOut)})";

    /// <summary>What is about to run, before it does.</summary>
    public static string Announcement(int notebooks, int unchanged, TimeSpan? expected)
    {
        var time = expected is { } sum && unchanged < notebooks ? $" in about {WholeSeconds(sum)}" : "";
        var run = unchanged == 0 ? $"to run{time}" : $"{unchanged} unchanged, {notebooks - unchanged} to run{time}";
        return $"{Count(notebooks, "notebook")}{(unchanged == 0 ? " " : ", ")}{run}.";
    }
}
