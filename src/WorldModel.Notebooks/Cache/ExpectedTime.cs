using System.Text.Json;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Cache;

/// <summary>How long a notebook will probably run: as the last time here, else as the run that its file was saved by.</summary>
internal static class ExpectedTime
{
    public static TimeSpan? Of(Notebook notebook, CachedRun? last, IReadOnlyList<int> leftOut)
    {
        if (last is null)
        {
            return Stamped(notebook);
        }

        var spared = last.Cells.Where(cell => leftOut.Contains(cell.Number)).Sum(cell => cell.Seconds);
        return TimeSpan.FromSeconds(Math.Max(0, last.Seconds - spared));
    }

    private static TimeSpan? Stamped(Notebook notebook)
    {
        using var document = JsonDocument.Parse(NotebookReader.WithoutMark(notebook.Bytes), NotebookReader.Strict);
        return document.RootElement.Find("metadata", "worldmodel", "seconds") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
