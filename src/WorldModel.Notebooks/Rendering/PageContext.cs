namespace WorldModel.Notebooks.Rendering;

/// <summary>What rendering a page needs to know of the site around it.</summary>
internal sealed record PageContext(string NotebookPath, string SiteFolder)
{
    /// <summary>Notebooks of this site: full path → page.</summary>
    public required IReadOnlyDictionary<string, string> Pages { get; init; }

    /// <summary>Where the notebook is at home on GitHub, if that is known.</summary>
    public GitHubRepository? Repository { get; init; }

    public required Action<string> Warn { get; init; }

    public string Folder => Path.GetDirectoryName(Path.GetFullPath(NotebookPath))!;

    public Action<string> WarnAbout(int cell) => text => Warn($"note: {Path.GetFileName(NotebookPath)} cell {cell}: {text}");
}
