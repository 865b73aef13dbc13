using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Reporting;
using WorldModel.Notebooks.Saving;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What happens to one notebook, step by step; after a failure nothing more does.</summary>
internal sealed class NotebookPipeline(RunOptions options, Planner planner, NotebookExecution execution, RunTools tools)
{
    public async Task<NotebookResult> RunAsync(PlannedNotebook announced, CancellationToken cancellation)
    {
        // Planned again: since the plan was announced, other notebooks may have run for minutes.
        var planned = announced.Problem is null ? planner.Plan(new FoundNotebook(announced.Path)) : announced;
        if (planned.Notebook is not { } notebook)
        {
            return new NotebookResult(planned.Path, null, []) { Problem = planned.Problem };
        }

        Begin(planned);
        var result = planned.IsUnchanged ? planned.Last!.ToResult(notebook) : await execution.RunAsync(notebook, planned.LeftOut, cancellation);
        result = result.Passed ? await FinishAsync(result, cancellation) : result;
        Remember(result, planned);
        return result;
    }

    private void Begin(PlannedNotebook planned)
    {
        WholeFile.ClearLeftovers(planned.Path);
        tools.Progress.Begin(planned.Path, planned.Expected);
        if (planned.LeftOut.Count > 0)
        {
            tools.Progress.Say($"{planned.Name}  leaves out {Wording.Count(planned.LeftOut.Count, "cell")} tagged {options.Filter!.Tag}: {string.Join(", ", planned.LeftOut)}");
        }
    }

    private async Task<NotebookResult> FinishAsync(NotebookResult result, CancellationToken cancellation)
    {
        var shown = await tools.Pictures.RenewAsync(result, cancellation);

        // A picture that could not be drawn fails the notebook, but costs it none of its outputs.
        var settled = Settle(shown with { Problem = null });
        return settled with { Problem = settled.Problem ?? shown.Problem };
    }

    private NotebookResult Settle(NotebookResult result)
    {
        if (result.LeftOut.Count == 0)
        {
            return Outcome.Settle(result, options.Write, tools.Progress.Say);
        }

        if (options.Write)
        {
            tools.Progress.Say($"note: {result.Path} is not saved, because {result.LeftOut.Count} of its cells were left out.");
        }

        return result;
    }

    private void Remember(NotebookResult result, PlannedNotebook planned)
    {
        // What the notebook's files were at its end must be what they were at its start, or nobody knows which it read.
        if (!result.Passed || result.IsFromCache || result.LeftOut.Count > 0 || planner.KeyOf(result.Notebook!) != planned.Key)
        {
            return;
        }

        try
        {
            tools.Cache.Store(result, planned.Key!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tools.Progress.Say($"note: this run of {result.Path} cannot be remembered, so the next one is fresh: {e.Message}");
        }
    }
}
