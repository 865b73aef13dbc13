using System.Collections.Concurrent;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Pictures;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>run</c>: find, execute, save if asked, render, sum up.</summary>
internal sealed class Runner(RunOptions options, TextWriter output, bool isTerminal)
{
    private readonly ProgressReport _progress = new(output, isTerminal);
    private readonly ConcurrentDictionary<string, byte> _running = new();
    private readonly ChartPictures _pictures = ChartPictures.For(options.Pictures, options.Browser);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if ((SiteFolder.Refusal(options.Output) ?? ChartPictures.Refusal(options.Pictures, options.Browser)) is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return ExitCode.Usage;
        }

        try
        {
            await using var pictures = _pictures;
            var results = await ExecuteAsync(NotebookFinder.Find(options.Paths), cancellation);
            cancellation.ThrowIfCancellationRequested();
            var page = Site.Write(options.Output, results, _progress.Say);
            Summary.Write(output, results, page);
            return results.All(result => result.Passed) ? ExitCode.Passed : ExitCode.NotebookFailed;
        }
        catch (OperationCanceledException)
        {
            var names = string.Join(", ", _running.Keys.Order(StringComparer.Ordinal));
            _progress.Say($"Interrupted{(names.Length > 0 ? $" in {names}" : "")}. What ran is stopped; its file and the site are as they were.");
            return ExitCode.Interrupted;
        }
    }

    private async Task<IReadOnlyList<NotebookResult>> ExecuteAsync(IReadOnlyList<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        var results = new NotebookResult[notebooks.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation };
        await Parallel.ForEachAsync(notebooks.Index(), parallel, async (one, stop) =>
        {
            results[one.Index] = await ExecuteAsync(one.Item, stop);
            _progress.Finished(results[one.Index]);
        });
        return results;
    }

    private async Task<NotebookResult> ExecuteAsync(FoundNotebook found, CancellationToken cancellation)
    {
        if (found.Problem is { } problem)
        {
            return new NotebookResult(found.Path, null, []) { Problem = problem };
        }

        var execution = new NotebookExecution(TimeSpan.FromSeconds(options.Timeout), _progress);
        _running.TryAdd(found.Path, 0);
        var result = await execution.RunAsync(found.Path, cancellation);
        _running.TryRemove(found.Path, out _);
        if (!result.Passed)
        {
            return result;
        }

        var shown = await _pictures.RenewAsync(result, cancellation);
        return options.Write && shown.Notebook is { } notebook ? Save(notebook, shown) : shown;
    }

    private static NotebookResult Save(Notebook notebook, NotebookResult result)
    {
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
