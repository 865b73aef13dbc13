using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What happens to one notebook, step by step; a step after a failure does nothing.</summary>
internal sealed class NotebookPipeline(RunOptions options, ProgressReport progress)
{
    public async Task<NotebookResult> RunAsync(FoundNotebook found, CancellationToken cancellation)
    {
        if (found.Problem is { } problem)
        {
            return new NotebookResult(found.Path, null, []) { Problem = problem };
        }

        var result = await new NotebookExecution(TimeSpan.FromSeconds(options.Timeout), progress).RunAsync(found.Path, cancellation);
        result = result.Passed && options.Write ? Save(result) : result;
        return result;
    }

    private static NotebookResult Save(NotebookResult result)
    {
        var notebook = result.Notebook!;
        var renewed = result.Cells.Select((cell, index) => new CellOutputs(cell.Cell.Number, index + 1, cell.Outputs));
        var content = NotebookWriter.Write(notebook, renewed);
        try
        {
            if (!content.AsSpan().SequenceEqual(notebook.Bytes.Span))
            {
                NotebookWriter.Save(notebook.Path, content);
            }

            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return result with { Problem = $"its outputs cannot be saved: {e.Message}" };
        }
    }
}
