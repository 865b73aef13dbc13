using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>Whether a notebook that ran again says what was saved, within the tolerances that its checks state.</summary>
internal static class SavedNumbers
{
    /// <summary>
    /// What moved, each with file, cell, number, saved and new value, and no more of it than <paramref name="most"/>; nothing
    /// where the cells or their data changed since the outputs were saved, because then there is nothing to compare with.
    /// </summary>
    /// <exception cref="NotebookProblem">A data file cannot be read.</exception>
    public static IReadOnlyList<string> Compare(NotebookResult result, int most = int.MaxValue)
    {
        if (result is not { Passed: true, Notebook: { Stamp: { } stamp } notebook }
            || stamp.Cells != SourceHash.Cells(notebook) || stamp.Data != SourceHash.Data(notebook))
        {
            return [];
        }

        var tolerances = CheckTolerances.Of(result.Cells);
        return [.. result.Cells.Zip(tolerances).SelectMany(pair => Compare(pair.First, pair.Second)
            .Select(difference => $"{notebook.FileName} {pair.First.Cell.Named}: {difference}")).Take(most)];
    }

    private static IEnumerable<string> Compare(CellResult cell, double tolerance)
    {
        var (saved, now) = (SaidLine.Of(cell.Cell.SavedOutputs), SaidLine.Of(cell.Outputs));
        return saved.Count == now.Count
            ? saved.Zip(now).SelectMany(pair => LineComparison.Differences(pair.First, pair.Second, tolerance))
            : [$"it says {Amount(now)}, and {Amount(saved)} were saved{FirstDifference(saved, now)}"];
    }

    private static string Amount(IReadOnlyList<SaidLine> lines) =>
        $"{lines.Count(line => line.IsCheck)} checks and {lines.Count(line => !line.IsCheck)} other lines";

    private static string FirstDifference(IReadOnlyList<SaidLine> saved, IReadOnlyList<SaidLine> now)
    {
        var (longer, name) = saved.Count > now.Count ? (saved, "missing now") : (now, "new");
        var shorter = saved.Count > now.Count ? now : saved;
        var words = shorter.Select(line => line.Body.Words).ToHashSet();
        var line = longer.FirstOrDefault(line => !words.Contains(line.Body.Words)) ?? longer[^1];
        return $"; {name}: \"{line.Text.Trim()}\"";
    }
}
