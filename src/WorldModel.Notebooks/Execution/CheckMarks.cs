using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>Counts what <c>Check.That</c> confirmed, from what it printed.</summary>
internal static class CheckMarks
{
    private const string Passed = "✓ ";

    // Exercises report with the same mark; they are the reader's, not the notebook's.
    private const string Solved = "✓ solved:";

    public static int Count(NotebookResult result) => result.Cells
        .SelectMany(cell => cell.Outputs.OfType<StreamOutput>())
        .Where(stream => stream.Name == "stdout")
        .SelectMany(stream => stream.Text.Split('\n'))
        .Count(line => line.StartsWith(Passed, StringComparison.Ordinal) && !line.StartsWith(Solved, StringComparison.Ordinal));
}
