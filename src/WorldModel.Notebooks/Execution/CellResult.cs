using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>What became of one code cell.</summary>
internal sealed record CellResult(Cell Cell, IReadOnlyList<Output> Outputs, TimeSpan Duration)
{
    /// <summary>Told to the author, not stored: compiler warnings.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether <see cref="Error"/> is what the cell's tag announced.</summary>
    public bool RaisedAsAnnounced { get; init; }

    public ErrorOutput? Error => Outputs.OfType<ErrorOutput>().FirstOrDefault();

    public bool Passed => Error is null || RaisedAsAnnounced;
}
