using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Rendering;

internal static class Site
{
    public static string Write(string target, IReadOnlyList<NotebookResult> results, Action<string> warn)
    {
        using var folder = new SiteFolder(target);
        folder.Publish();
        return Path.Combine(target, "index.html");
    }
}
