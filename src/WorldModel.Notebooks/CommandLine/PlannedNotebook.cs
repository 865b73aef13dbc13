using WorldModel.Notebooks.Cache;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>A notebook as it lies there now, and what is known of its last run.</summary>
internal sealed record PlannedNotebook(string Path)
{
    /// <summary>Why it cannot run.</summary>
    public string? Problem { get; init; }

    public Notebook? Notebook { get; init; }

    public RunKey? Key { get; init; }

    /// <summary>The last run that passed, perhaps of other code.</summary>
    public CachedRun? Last { get; init; }

    /// <summary>Whether <see cref="Last"/> is what a run would give.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Numbers of code cells that are not to be run.</summary>
    public IReadOnlyList<int> LeftOut { get; init; } = [];

    /// <summary>How long it will probably take; null: nothing is known.</summary>
    public TimeSpan? Expected { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
