namespace WorldModel.Notebooks.Model;

/// <summary>One cell as it was read; <see cref="Number"/> counts all cells of the notebook from 1.</summary>
internal sealed record Cell(int Number, CellKind Kind, string Source)
{
    /// <summary>The cell's own name in the file; "" where it has none.</summary>
    public string Id { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Pictures stored inside a markdown cell: name → data URI.</summary>
    public IReadOnlyDictionary<string, string> Attachments { get; init; } = new Dictionary<string, string>();

    /// <summary>The outputs that the file was saved with.</summary>
    public IReadOnlyList<Output> SavedOutputs { get; init; } = [];

    /// <summary>The execution count that the file was saved with; null: never executed.</summary>
    public int? ExecutionCount { get; init; }

    public bool HasCode => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);

    /// <summary>Whether the cell announces that it raises an exception.</summary>
    public bool MustRaise => Tags.Contains(CellTags.RaisesException);

    /// <summary>Whether the cell asks for more time than others.</summary>
    public bool IsSlow => Tags.Contains(CellTags.Slow);

    public string Line(int number)
    {
        var lines = Source.Split('\n');
        return number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : "";
    }
}
