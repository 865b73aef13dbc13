using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Pictures;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>run</c>: find, plan, execute, publish; with <c>--watch</c> again and again.</summary>
internal sealed class Runner(RunOptions options, TextWriter output, Func<int>? terminalWidth)
{
    private readonly RunCache _cache = new(RunCache.DefaultFolder);
    private readonly ThreadShare _share = ThreadShare.OfThisMachine(options.Jobs);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var progress = new ProgressReport(output, terminalWidth);
        try
        {
            await using var pictures = ChartPictures.For(options.Pictures, options.Browser);
            var tools = new RunTools(_cache, _share, pictures, progress, output);
            var round = new Round(options, tools);
            PlannedNotebook[] plan = [.. NotebookFinder.Find(options.Paths).Select(round.Planner.Plan)];
            if (Refusal(plan) is { } refusal)
            {
                progress.Say(refusal);
                return ExitCode.Usage;
            }

            return await RunAsync(round, plan, tools, cancellation);
        }
        catch (OperationCanceledException)
        {
            var names = string.Join(", ", progress.Running);
            progress.Say($"Interrupted{(names.Length > 0 ? $" in {names}" : "")}. What ran is stopped; its file and the site are as they were.");
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> RunAsync(Round round, PlannedNotebook[] plan, RunTools tools, CancellationToken cancellation)
    {
        foreach (var note in _share.Notes)
        {
            tools.Progress.Say(note);
        }

        // What is watched is looked at before the run, so that a save during it is not missed.
        var watch = options.Watch ? new Watch(options, new Round(options with { Fresh = false }, tools), tools.Progress) : null;
        var results = await round.RunAsync(plan, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var code = round.Publish(results);
        return watch is null ? code : await watch.RunAsync(results, cancellation);
    }

    private string? Refusal(PlannedNotebook[] plan) =>
        SiteFolder.Refusal(options.Output)
        ?? ChartPictures.Refusal(options.Pictures, options.Browser)
        ?? options.Filter?.Refusal([.. plan.Select(planned => planned.Notebook).OfType<Notebook>()]);
}
