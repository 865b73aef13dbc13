namespace WorldModel.Notebooks.Conversion;

/// <summary>A converted notebook: its text, and the pictures of the folder beside it (file name → content).</summary>
internal sealed record Converted(string Text)
{
    public IReadOnlyDictionary<string, byte[]> Pictures { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>What the reader should know although it went well.</summary>
    public string? Note { get; init; }
}
