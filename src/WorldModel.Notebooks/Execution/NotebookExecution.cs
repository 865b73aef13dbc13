using System.ComponentModel;
using System.Diagnostics;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>Runs one notebook in a process of its own, cell by cell, to the first cell that fails.</summary>
internal sealed class NotebookExecution(TimeSpan cellTimeout, IProgress<CellStep> progress)
{
    public async Task<NotebookResult> RunAsync(string path, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var notebook = NotebookReader.Read(path);
            var result = await RunAsync(notebook, cancellation);
            return result with { Duration = clock.Elapsed, RanAt = DateTimeOffset.UtcNow };
        }
        catch (Exception problem) when (problem is NotebookProblem or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return new NotebookResult(path, null, []) { Problem = problem.Message, Duration = clock.Elapsed };
        }
    }

    private async Task<NotebookResult> RunAsync(Notebook notebook, CancellationToken cancellation)
    {
        await using var host = await HostProcess.StartAsync(notebook.Path, cancellation);
        var results = new List<CellResult>();
        try
        {
            foreach (var cell in notebook.Cells.Where(cell => cell.HasCode))
            {
                progress.Report(new CellStep(notebook, cell, null));
                results.Add(await host.RunAsync(cell, cellTimeout, cancellation));
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

        return new NotebookResult(notebook.Path, notebook, results) { PeakMemory = host.PeakMemory };
    }
}
