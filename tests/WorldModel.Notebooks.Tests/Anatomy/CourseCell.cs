namespace WorldModel.Notebooks.Tests.Anatomy;

/// <summary>One cell of a committed notebook, with what its last run left behind.</summary>
internal sealed record CourseCell
{
    /// <summary>Counts all cells from 1.</summary>
    public required int Number { get; init; }

    public required bool IsCode { get; init; }

    /// <summary>Which part of the notebook the cell is; "" where it has no tag or several.</summary>
    public required string Tag { get; init; }

    public required string Source { get; init; }

    public string Id { get; init; } = "";

    public bool IsExecuted { get; init; }

    /// <summary>All that the cell said as text: streams, and the plain form of values.</summary>
    public string Said { get; init; } = "";

    /// <summary>Kinds of the outputs: <c>stdout</c>, <c>stderr</c>, <c>error</c>, or a MIME type.</summary>
    public IReadOnlyList<string> OutputKinds { get; init; } = [];

    public string Part => $"{Tag}/{(IsCode ? "code" : "prose")}";

    /// <summary>Lines that are not blank.</summary>
    public int Lines => Source.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));

    public override string ToString() => $"cell {Number} ({Part})";
}
