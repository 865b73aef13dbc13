using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>What became of one notebook; without <see cref="Notebook"/> it could not even be read.</summary>
internal sealed record NotebookResult(string Path, Notebook? Notebook, IReadOnlyList<CellResult> Cells)
{
    /// <summary>Why it failed outside any cell: not read, no host process, other numbers than those saved.</summary>
    public string? Problem { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Largest resident memory of the notebook's process [bytes].</summary>
    public long PeakMemory { get; init; }

    /// <summary>When it ran; null: it did not.</summary>
    public DateTimeOffset? RanAt { get; init; }

    /// <summary>Whether this is what an earlier run left, because nothing has changed since.</summary>
    public bool IsFromCache { get; init; }

    /// <summary>Numbers of code cells that were not to be run.</summary>
    public IReadOnlyList<int> LeftOut { get; init; } = [];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public CellResult? FailedCell => Cells.FirstOrDefault(cell => !cell.Passed);

    public bool Passed => Problem is null && FailedCell is null;
}
