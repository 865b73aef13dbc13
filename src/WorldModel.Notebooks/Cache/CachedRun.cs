using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Cache;

/// <summary>The last run of a notebook that passed, whole.</summary>
internal sealed record CachedRun
{
    public required string Path { get; init; }

    public required RunKey Key { get; init; }

    public required DateTimeOffset RanAt { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Largest resident memory of the notebook's process [bytes].</summary>
    public required long PeakMemory { get; init; }

    /// <summary>The file as it was read for that run.</summary>
    public required byte[] Source { get; init; }

    public required IReadOnlyList<CachedCell> Cells { get; init; }

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    public static CachedRun Of(NotebookResult result, RunKey key) => new()
    {
        Path = System.IO.Path.GetFullPath(result.Path),
        Key = key,
        RanAt = result.RanAt ?? DateTimeOffset.Now,
        Seconds = result.Duration.TotalSeconds,
        PeakMemory = result.PeakMemory,
        Source = result.Notebook!.Bytes.ToArray(),
        Cells = [.. result.Cells.Select(cell => new CachedCell(cell.Cell.Number, cell.Duration.TotalSeconds, cell.Outputs, cell.Notes))],
    };

    /// <summary>Whether the outputs are those of this notebook's code, whatever that meets today.</summary>
    public bool IsOf(Notebook notebook) => Key.Cells == RunKey.CellsOf(notebook) && (HasSameNumbers(notebook) || !Cells.Any(cell => SpeaksOfPlace(cell, notebook.FileName)));

    public NotebookResult ToResult(Notebook notebook) => new(notebook.Path, notebook, [.. CodeCells(notebook).Zip(Cells, ToResult)])
    {
        Duration = Duration,
        PeakMemory = PeakMemory,
        RanAt = RanAt,
        IsFromCache = true,
    };

    private static CellResult ToResult(Cell cell, CachedCell cached)
    {
        var result = new CellResult(cell, cached.Outputs, TimeSpan.FromSeconds(cached.Seconds)) { Notes = cached.Notes };
        return result with { RaisedAsAnnounced = result.Error is not null };
    }

    private static IEnumerable<Cell> CodeCells(Notebook notebook) => notebook.Cells.Where(cell => cell.HasCode);

    private bool HasSameNumbers(Notebook notebook) => CodeCells(notebook).Select(cell => cell.Number).SequenceEqual(Cells.Select(cell => cell.Number));

    // A text cell more or less moves the code cells' numbers, which errors and warnings name.
    private static bool SpeaksOfPlace(CachedCell cell, string file) => cell.Notes.Count > 0 || cell.Outputs.Any(output => output switch
    {
        StreamOutput stream => Speaks(stream.Text, file),
        DataOutput data => data.Data.Values.Any(text => Speaks(text, file)),
        _ => true,
    });

    private static bool Speaks(string text, string file) => text.Contains($"{file} cell ", StringComparison.Ordinal);
}
