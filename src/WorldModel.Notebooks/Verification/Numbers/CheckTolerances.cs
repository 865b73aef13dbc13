using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>How far the numbers of each cell may move: as far as the next check allows.</summary>
internal static class CheckTolerances
{
    /// <summary>What a check allows that says nothing else.</summary>
    public const double Usual = 0.01;

    /// <summary>For each cell the tolerance of the first check at or after it, for those behind the last check that one's.</summary>
    public static double[] Of(IReadOnlyList<CellResult> cells)
    {
        double?[] own = [.. cells.Select(cell => SaidLine.Of(cell.Outputs).Max(line => line.Tolerance))];
        var last = own.LastOrDefault(tolerance => tolerance is not null) ?? Usual;
        return [.. cells.Select((_, index) => own.Skip(index).FirstOrDefault(tolerance => tolerance is not null) ?? last)];
    }
}
