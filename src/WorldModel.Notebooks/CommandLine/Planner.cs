using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>Looks at a notebook before it runs: is it readable, has anything changed, how long will it take?</summary>
internal sealed class Planner(RunOptions options, RunCache cache, ThreadShare share)
{
    private readonly FileHashes _files = new();

    public PlannedNotebook Plan(FoundNotebook found)
    {
        if (found.Problem is { } problem)
        {
            return new PlannedNotebook(found.Path) { Problem = problem };
        }

        try
        {
            return Plan(NotebookReader.Read(found.Path));
        }
        catch (NotebookProblem e)
        {
            return new PlannedNotebook(found.Path) { Problem = e.Message };
        }
    }

    public RunKey KeyOf(Notebook notebook) => RunKey.Of(notebook, share.Threads, _files);

    private PlannedNotebook Plan(Notebook notebook)
    {
        var key = KeyOf(notebook);
        var last = cache.Load(notebook.Path);
        var leftOut = options.Filter?.LeftOutOf(notebook) ?? [];
        var isUnchanged = !options.Fresh && last is not null && last.Key == key && last.IsOf(notebook);
        return new PlannedNotebook(notebook.Path)
        {
            Notebook = notebook,
            Key = key,
            Last = last,
            IsUnchanged = isUnchanged,
            LeftOut = isUnchanged ? [] : leftOut,
            Expected = isUnchanged ? TimeSpan.Zero : ExpectedTime.Of(notebook, last, leftOut),
        };
    }
}
