using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>The committed course as a site, written once for the tests that only read it.</summary>
public sealed class SavedSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SavedSite() => Site.Write(Folder, SavedCourse.Results, Warnings.Add, new SiteOptions { Repository = new GitHubRepository("owner", "course") });

    internal List<string> Warnings { get; } = [];

    internal string Folder => _folder.File("site");

    internal IEnumerable<string> Pages => Directory.GetFiles(Folder, "*.html").Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
