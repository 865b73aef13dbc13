using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>
/// Keeps the course's own site whole: when only some of its notebooks were asked for, the others appear as they last
/// passed. A site elsewhere, or of other notebooks, holds what was asked for and nothing else.
/// </summary>
internal sealed class CourseSite(RunOptions options, RunCache cache)
{
    public IReadOnlyList<NotebookResult> Complete(IReadOnlyList<NotebookResult> results)
    {
        var course = Path.GetFullPath(NotebookFinder.DefaultFolder);
        if (Path.GetFullPath(options.Output) != Path.GetFullPath(RunOptions.DefaultOutput) || !results.All(result => Path.GetDirectoryName(Path.GetFullPath(result.Path)) == course))
        {
            return results;
        }

        var asked = results.Select(result => Path.GetFullPath(result.Path)).ToHashSet();
        var others = NotebookFinder.Find([]).Where(found => found.Problem is null && !asked.Contains(Path.GetFullPath(found.Path))).Select(LastOf).OfType<NotebookResult>();
        return [.. results.Concat(others).OrderBy(result => Path.GetFullPath(result.Path), StringComparer.Ordinal)];
    }

    /// <summary>With today's text where the code is still the same, else the notebook as it was then.</summary>
    private NotebookResult? LastOf(FoundNotebook found)
    {
        if (cache.Load(found.Path) is not { } last)
        {
            return null;
        }

        try
        {
            var now = NotebookReader.Read(found.Path);
            return last.ToResult(last.IsOf(now) ? now : NotebookReader.Read(found.Path, last.Source));
        }
        catch (NotebookProblem)
        {
            return null;
        }
    }
}
