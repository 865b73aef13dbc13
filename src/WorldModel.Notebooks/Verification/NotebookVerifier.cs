using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Verification;

/// <summary>Holds a committed notebook to the course's rules without executing it.</summary>
internal static class NotebookVerifier
{
    /// <summary>Folder beside the notebooks that holds their solved twins.</summary>
    public const string Solutions = "solutions";

    public static bool IsSolution(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == Solutions;

    /// <exception cref="NotebookProblem">A data file cannot be read.</exception>
    public static IReadOnlyList<Finding> Verify(Notebook notebook) =>
    [
        .. Problems(notebook).Select(problem => new Finding(problem, IsOfTheRun: false)),
        .. StampRules.Problems(notebook).Concat(ExecutionRules.Problems(notebook)).Concat(PictureRules.Problems(notebook)).Select(problem => new Finding(problem, IsOfTheRun: true)),
    ];

    private static IEnumerable<string> Problems(Notebook notebook)
    {
        if (IsSolution(notebook.Path))
        {
            return NotebookAnatomy.SolutionProblems(notebook);
        }

        var solved = Path.Combine(notebook.Folder, Solutions, notebook.FileName);
        IEnumerable<string> missing = File.Exists(solved) ? [] : [$"it has no solved twin {Solutions}/{notebook.FileName}: every notebook's exercises are solved there"];
        return NotebookAnatomy.Problems(notebook).Concat(missing);
    }
}
