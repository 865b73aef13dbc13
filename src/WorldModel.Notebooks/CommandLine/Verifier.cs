using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>verify</c>: read each notebook, tell what is wrong and what to do about it, count.</summary>
internal sealed class Verifier(TextWriter output)
{
    private static readonly string[] Course = [NotebookFinder.DefaultFolder, $"{NotebookFinder.DefaultFolder}/{NotebookVerifier.Solutions}"];

    public int Run(IReadOnlyList<string> paths)
    {
        var found = NotebookFinder.Find(paths.Count == 0 ? Course : paths);
        var broken = found.Count(notebook => !IsSound(notebook));
        output.WriteLine($"{found.Count} notebooks verified, {broken} stale or broken");
        return broken == 0 ? ExitCode.Passed : ExitCode.NotebookFailed;
    }

    private bool IsSound(FoundNotebook found)
    {
        try
        {
            return found.Problem is { } problem ? throw new NotebookProblem(problem) : Tell(found.Path, NotebookVerifier.Verify(NotebookReader.Read(found.Path)));
        }
        catch (NotebookProblem problem)
        {
            output.WriteLine($"{Name(found.Path)}  BROKEN: {problem.Message}");
            return false;
        }
    }

    private bool Tell(string path, IReadOnlyList<Finding> findings)
    {
        output.WriteLine($"{Name(path)}  {(findings.Count == 0 ? "ok" : findings.Any(finding => !finding.IsOfTheRun) ? "BROKEN" : "STALE")}");
        foreach (var finding in findings)
        {
            output.WriteLine($"    {path}: {finding.Text}");
        }

        if (findings.Any(finding => !finding.IsOfTheRun))
        {
            output.WriteLine("    Change the notebook so that it follows the rules (CONTRIBUTING.md), then:");
        }

        if (findings.Count > 0)
        {
            output.WriteLine($"    Run it again and save what it says: {Advice.RunAgain(path)}");
        }

        return findings.Count == 0;
    }

    // A notebook and its solved twin have the same file name.
    private static string Name(string path) =>
        (NotebookVerifier.IsSolution(path) ? $"{NotebookVerifier.Solutions}/" : "") + Path.GetFileNameWithoutExtension(path);
}
