namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>A cell's code for a program: what stays in order, and what has its place elsewhere.</summary>
internal sealed record CellCode(string Body)
{
    public IReadOnlyList<string> Usings { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Members of the static class that types can see.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];
}
