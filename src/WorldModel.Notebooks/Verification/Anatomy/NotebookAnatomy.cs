using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>How every notebook of the course is built, so that a reader who knows one finds the way in all.</summary>
internal static class NotebookAnatomy
{
    /// <summary>What is wrong with a notebook, each with its cell; nothing where all is well.</summary>
    public static IReadOnlyList<string> Problems(Notebook notebook) =>
    [
        .. CellOrder.Problems(notebook),
        .. CellLengths.Problems(notebook),
        .. SetupRules.Problems(notebook, "../"),
        .. Claims.Problems(notebook),
        .. SavedState.Problems(notebook),
    ];

    /// <summary>Solutions are freer: they set up as the notebook does, solve what it asks, and prove each answer.</summary>
    public static IReadOnlyList<string> SolutionProblems(Notebook solutions) =>
    [
        .. SetupRules.Problems(solutions, "../../"),
        .. Claims.SolutionProblems(solutions),
        .. SavedState.Problems(solutions),
    ];
}
