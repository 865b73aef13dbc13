using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>What became of one notebook; without <see cref="Notebook"/> it could not even be read.</summary>
internal sealed record NotebookResult(string Path, Notebook? Notebook, IReadOnlyList<CellResult> Cells)
{
    /// <summary>Why it failed outside any cell: not read, no host process, interrupted.</summary>
    public string? Problem { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>When the run ended; null when that is not known.</summary>
    public DateTimeOffset? RanAt { get; init; }

    /// <summary>Largest resident memory of the notebook's process [bytes].</summary>
    public long PeakMemory { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public CellResult? FailedCell => Cells.FirstOrDefault(cell => !cell.Passed);

    public bool Passed => Problem is null && FailedCell is null;
}
