namespace WorldModel.Notebooks.CommandLine;

/// <summary>A notebook to run, or what was asked for and is not there.</summary>
internal sealed record FoundNotebook(string Path)
{
    public string? Problem { get; init; }
}
