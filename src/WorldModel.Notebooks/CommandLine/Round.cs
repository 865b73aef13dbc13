using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>One pass over notebooks: plan, execute, and publish what came out.</summary>
internal sealed class Round(RunOptions options, RunTools tools)
{
    public Planner Planner { get; } = new(options, tools.Cache, tools.Share);

    /// <summary>Runs what the filter keeps; a notebook that cannot be read is kept, to fail.</summary>
    public async Task<IReadOnlyList<NotebookResult>> RunAsync(IReadOnlyList<PlannedNotebook> notebooks, CancellationToken cancellation)
    {
        PlannedNotebook[] plan = [.. notebooks.Where(planned => planned.Notebook is null || options.Filter?.Keeps(planned.Notebook) != false)];
        Announce(plan);
        var execution = new NotebookExecution(new ExecutionLimits(TimeSpan.FromSeconds(options.Timeout), tools.Share), tools.Progress);
        var pipeline = new NotebookPipeline(options, Planner, execution, tools);
        var results = new NotebookResult[plan.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = tools.Share.Jobs, CancellationToken = cancellation };
        await Parallel.ForEachAsync(plan.Index(), parallel, async (one, stop) =>
        {
            results[one.Index] = await pipeline.RunAsync(one.Item, stop);
            tools.Progress.Finished(results[one.Index]);
        });
        return results;
    }

    /// <summary>Writes the site and the reports; returns the exit code.</summary>
    public int Publish(IReadOnlyList<NotebookResult> results)
    {
        var page = Attempt("the site", () => Site.Write(options.Output, new CourseSite(options, tools.Cache).Complete(results), tools.Progress.Say, new SiteOptions { Repository = options.Repository, Live = options.Watch }));
        var reported = options.JUnit is not { } file || Attempt("the report", () => JUnitReport.Write(file, results)) is not null;
        Summary.Write(tools.Output, results, page);
        return page is not null && reported && results.All(result => result.Passed) ? ExitCode.Passed : ExitCode.NotebookFailed;
    }

    private void Announce(PlannedNotebook[] plan)
    {
        var times = plan.Where(planned => planned.Notebook is not null).Select(planned => planned.Expected).ToArray();
        TimeSpan? expected = times.Length > 0 && times.All(time => time is not null) ? ThreadShare.Together(times.OfType<TimeSpan>(), tools.Share.Jobs) : null;
        tools.Progress.Say(Wording.Announcement(plan.Length, plan.Count(planned => planned.IsUnchanged), expected));
    }

    private string? Attempt(string what, Func<string> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tools.Progress.Say($"{what} cannot be written: {e.Message}");
            return null;
        }
    }
}
