using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Tests.Reporting;

public sealed class SummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_table_counts_cells_checks_seconds_and_memory_and_sums_them_up()
    {
        var whole = Run("a");
        var failed = Run("b", "3") is var run ? run with { Cells = [.. run.Cells.Take(2)] } : null!;
        var cached = Run("c") with { IsFromCache = true, RanAt = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero) };
        var left = Run("d") with { LeftOut = [2] };
        Assert.Equal(
            """

            notebook  cells  checks  seconds  memory  result
            a           3/3       2    7.0 s    5 MB  passed
            b           2/3       0    7.0 s    5 MB  failed in cell 3
            c           3/3       2  (7.0 s)    5 MB  passed on 2026-11-23, unchanged
            d           3/3       2    7.0 s    5 MB  passed, without 1 cell (2)
            e                          0.0 s          failed
            total     11/12       6   21.0 s    5 MB

            Site: index.html
            3 notebooks passed, 2 failed

            """,
            Text([whole, failed, cached, left, new NotebookResult("e.ipynb", null, []) { Problem = "unreadable" }]));
    }

    private NotebookResult Run(string name, string failing = "") => Results.Of(
        _folder,
        $"{name}.ipynb",
        NotebookJson.Empty.Markdown("# A", "check").Code("1").Code("2", "check").Code("3"),
        cell => failing == $"{cell.Number}" ? [Results.Error("no")] : cell.Tags.Contains("check") ? [new StreamOutput("stdout", "✓ it is so\n✓ and so\n")] : []);

    private static string Text(NotebookResult[] results)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Summary.Write(output, results, "index.html");
        return output.ToString();
    }
}
