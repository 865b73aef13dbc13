using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A working copy of a Git repository, read from its files: Git itself need not be there.</summary>
internal sealed partial record GitClone(string Root)
{
    private const string Link = "gitdir:";

    /// <summary>The working copy that holds <paramref name="folder"/>, or null.</summary>
    public static GitClone? Around(string folder)
    {
        for (var place = new DirectoryInfo(Path.GetFullPath(folder)); place is not null; place = place.Parent)
        {
            if (Path.Exists(Path.Combine(place.FullName, ".git")))
            {
                return new GitClone(place.FullName);
            }
        }

        return null;
    }

    /// <summary>The repository that <c>origin</c> names, where that is on github.com; null also when nothing can be read.</summary>
    public GitHubRepository? Origin()
    {
        try
        {
            var section = OriginSection().Match(File.ReadAllText(Path.Combine(CommonFolder(), "config")));
            return Address().Match(section.Groups["url"].Value) is { Success: true } address ? GitHubRepository.Parse(address.Groups["path"].Value) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // In a further working tree .git is a file that names its own folder, and a file there names the one all trees share.
    private string CommonFolder()
    {
        var git = Path.Combine(Root, ".git");
        if (Directory.Exists(git))
        {
            return git;
        }

        var text = File.ReadAllText(git).Trim();
        var own = Path.GetFullPath(text.StartsWith(Link, StringComparison.Ordinal) ? text[Link.Length..].Trim() : text, Root);
        var common = Path.Combine(own, "commondir");
        return File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), own) : own;
    }

    [GeneratedRegex(@"^\[remote ""origin""\][^\[]*?^\s*url\s*=\s*(?<url>\S+)", RegexOptions.Multiline)]
    private static partial Regex OriginSection();

    [GeneratedRegex(@"^(?:(?:https?|ssh|git)://(?:[^@/]+@)?(?:www\.)?github\.com(?::\d+)?/|(?:[^@/]+@)?github\.com:)(?<path>[^/]+/[^/]+?)(?:\.git)?/?$")]
    private static partial Regex Address();
}
