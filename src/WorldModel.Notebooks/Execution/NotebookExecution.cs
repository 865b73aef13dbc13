using System.ComponentModel;
using System.Diagnostics;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>Runs one notebook in a process of its own, cell by cell, to the first cell that fails.</summary>
internal sealed class NotebookExecution(ExecutionLimits limits, IProgress<CellStep> progress)
{
    public async Task<NotebookResult> RunAsync(Notebook notebook, IReadOnlyList<int> leftOut, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var empty = new NotebookResult(notebook.Path, notebook, []) { LeftOut = leftOut, RanAt = DateTimeOffset.Now };
        try
        {
            var result = await RunAsync(empty, cancellation);
            return result with { Duration = clock.Elapsed };
        }
        catch (Exception problem) when (problem is NotebookProblem or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return empty with { Problem = problem.Message, Duration = clock.Elapsed };
        }
    }

    private async Task<NotebookResult> RunAsync(NotebookResult empty, CancellationToken cancellation)
    {
        var notebook = empty.Notebook!;
        await using var host = await HostProcess.StartAsync(notebook.Path, limits.Share, cancellation);
        var results = new List<CellResult>();
        try
        {
            foreach (var cell in notebook.Cells.Where(cell => cell.HasCode && !empty.LeftOut.Contains(cell.Number)))
            {
                progress.Report(new CellStep(notebook, cell, null));
                results.Add(AnnouncedError.Judge(await host.RunAsync(cell, limits.TimeoutOf(cell), cancellation)));
                progress.Report(new CellStep(notebook, cell, results[^1]));
                if (!results[^1].Passed)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            host.Kill();
            throw;
        }

        return empty with { Cells = results, PeakMemory = host.PeakMemory };
    }
}
