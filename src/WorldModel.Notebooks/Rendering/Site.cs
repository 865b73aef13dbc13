using System.Text.RegularExpressions;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering;

/// <summary>Writes the site: self-contained, for <c>file://</c> and without a network.</summary>
internal static partial class Site
{
    /// <summary>Replaces the folder <paramref name="target"/> by a new site and returns the path of its first page.</summary>
    public static string Write(string target, IReadOnlyList<NotebookResult> results, Action<string> warn, SiteOptions? options = null)
    {
        using var folder = new SiteFolder(target);
        var assets = Directory.CreateDirectory(Path.Combine(folder.Workspace, "assets")).FullName;
        SiteAssets.Write(assets);
        var entries = Entries(results);
        if (entries.Any(entry => entry.HasCharts) && !PlotlyAssemblies(results).Any(file => PlotlyAsset.Write(file, assets)))
        {
            warn("note: no Plotly.NET.dll lies beside the libraries that the notebooks reference; charts stay static pictures.");
        }

        var live = options is { Live: true } ? LiveStamp.New() : null;
        foreach (var (name, page) in Pages(entries, folder.Workspace, warn, options?.Repository))
        {
            File.WriteAllText(Path.Combine(folder.Workspace, name), (page with { Live = live }).ToHtml());
        }

        entries.ForEach(entry => WriteFiles(entry, folder.Workspace));
        live?.Write(assets);
        folder.Publish();
        return Path.Combine(target, "index.html");
    }

    private static IEnumerable<(string Name, SitePage Page)> Pages(List<NotebookEntry> entries, string folder, Action<string> warn, GitHubRepository? repository)
    {
        var pages = entries.Where(entry => entry.Result.Notebook is not null)
            .DistinctBy(entry => Path.GetFullPath(entry.Result.Path))
            .ToDictionary(entry => Path.GetFullPath(entry.Result.Path), entry => entry.Page);
        foreach (var entry in entries)
        {
            var context = new PageContext(entry.Result.Path, folder) { Pages = pages, Repository = repository, Warn = warn };
            yield return (entry.Page, NotebookPage.Of(entry, entries, context));
        }

        yield return ("index.html", IndexPage.Of(entries, repository));
    }

    /// <summary>What belongs to a notebook beside its page: itself, and the picture of its card.</summary>
    private static void WriteFiles(NotebookEntry entry, string folder)
    {
        if (entry.Source is { } source)
        {
            // The file, which may have been saved with new outputs since it was read; what was read, if it has gone.
            var path = entry.Result.Path;
            WriteFile(Path.Combine(folder, source), File.Exists(path) ? File.ReadAllBytes(path) : entry.Result.Notebook!.Bytes.Span);
        }

        if (entry.Picture is { } picture)
        {
            WriteFile(Path.Combine(folder, NotebookCard.PicturePath(entry)), picture.Content);
        }
    }

    private static void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Each notebook's page; notebooks of one name from several folders get numbers.</summary>
    private static List<NotebookEntry> Entries(IReadOnlyList<NotebookResult> results)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index.html" };
        var entries = new List<NotebookEntry>();
        foreach (var result in results)
        {
            var name = SafeName(result.Name);
            var page = $"{name}.html";
            for (var count = 2; !taken.Add(page); count++)
            {
                page = $"{name}-{count}.html";
            }

            entries.Add(new NotebookEntry(result, page));
        }

        return entries;
    }

    private static string SafeName(string name) => UnsafeLetters().Replace(name, "_");

    /// <summary>Where a notebook's references may have brought Plotly.NET along.</summary>
    internal static IEnumerable<string> PlotlyAssemblies(IReadOnlyList<NotebookResult> results) =>
        from notebook in results.Select(result => result.Notebook).OfType<Notebook>()
        from cell in notebook.Cells
        where cell.Kind == CellKind.Code
        from Match reference in Reference().Matches(cell.Source)
        where !reference.Value.Contains('\0', StringComparison.Ordinal)
        let file = Path.GetFullPath(Path.Combine(notebook.Folder, reference.Groups[1].Value))
        select Path.Combine(Path.GetDirectoryName(file)!, "Plotly.NET.dll");

    [GeneratedRegex("^\\s*#r\\s+\"([^\"]+\\.dll)\"", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex("""[^\w.-]""")]
    private static partial Regex UnsafeLetters();
}
