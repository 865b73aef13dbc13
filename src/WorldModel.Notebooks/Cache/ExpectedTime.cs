using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Cache;

/// <summary>How long a notebook will probably run: as the last time here, else as the run that its file was saved by.</summary>
internal static class ExpectedTime
{
    public static TimeSpan? Of(Notebook notebook, CachedRun? last, IReadOnlyList<int> leftOut)
    {
        if (last is null)
        {
            return notebook.Stamp is { Seconds: > 0 } stamp ? TimeSpan.FromSeconds(stamp.Seconds) : null;
        }

        var spared = last.Cells.Where(cell => leftOut.Contains(cell.Number)).Sum(cell => cell.Seconds);
        return TimeSpan.FromSeconds(Math.Max(0, last.Seconds - spared));
    }
}
