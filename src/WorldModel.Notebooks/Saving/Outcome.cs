using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification;
using WorldModel.Notebooks.Verification.Numbers;

namespace WorldModel.Notebooks.Saving;

/// <summary>What a run means for the file: whether it says what was saved, and if not, whether that is meant.</summary>
internal static class Outcome
{
    private const int MostShown = 10;

    /// <summary>
    /// Compares what the cells said with what was saved. A number that moved beyond its tolerance fails the notebook;
    /// where the outputs are to be saved it is only told, because then the change is meant.
    /// </summary>
    public static NotebookResult Settle(NotebookResult result, bool write, Action<string> tell)
    {
        try
        {
            var moved = SavedNumbers.Compare(result, MostShown + 1);
            if (!write)
            {
                return moved.Count == 0 ? result : result with { Problem = Failure(result, moved) };
            }

            foreach (var difference in Shown(moved))
            {
                tell($"{result.Name}  changed beyond its tolerance: {difference}");
            }

            return NotebookSaving.Save(result);
        }
        catch (NotebookProblem problem)
        {
            return result with { Problem = problem.Message };
        }
    }

    private static string Failure(NotebookResult result, IReadOnlyList<string> moved) =>
        $"it does not say again what was saved\n    {string.Join("\n    ", Shown(moved))}\n    If the change is meant, save it: {Advice.RunAgain(result.Path)}";

    private static IEnumerable<string> Shown(IReadOnlyList<string> moved) =>
        moved.Count <= MostShown ? moved : [.. moved.Take(MostShown), "… and more"];
}
