namespace WorldModel.Notebooks.Rendering;

/// <summary>From a page to its notebook: as a file, on GitHub, and in a Codespace.</summary>
internal static class SourceLinks
{
    public static string ToHtml(NotebookEntry entry, GitHubRepository? repository)
    {
        string[] links = [Download(entry), OnGitHub(entry, repository), InCodespaces(repository)];
        var items = string.Concat(links.Where(link => link.Length > 0).Select(link => $"<li>{link}</li>"));
        return items.Length == 0 ? "" : $"<ul class=\"sources\">{items}</ul>\n";
    }

    public static string InCodespaces(GitHubRepository? repository) =>
        repository is null ? "" : $"<a href=\"{Html.Escape(repository.Codespace)}\">Open in Codespaces</a>";

    private static string Download(NotebookEntry entry) =>
        entry.Source is { } source ? $"<a href=\"{Html.Link(source)}\" download=\"{Html.Escape(Path.GetFileName(entry.Result.Path))}\">Download notebook</a>" : "";

    private static string OnGitHub(NotebookEntry entry, GitHubRepository? repository)
    {
        var path = Path.GetFullPath(entry.Result.Path);
        return repository is not null && GitClone.Around(Path.GetDirectoryName(path)!) is { } clone
            ? $"<a href=\"{Html.Escape(repository.File(Path.GetRelativePath(clone.Root, path)))}\">View on GitHub</a>"
            : "";
    }
}
