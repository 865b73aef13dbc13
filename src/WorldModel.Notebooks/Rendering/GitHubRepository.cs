using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A repository on github.com, to which pages may link.</summary>
internal sealed partial record GitHubRepository(string Owner, string Name)
{
    /// <summary>Set by GitHub Actions.</summary>
    private const string Variable = "GITHUB_REPOSITORY";

    public string Home => $"https://github.com/{Owner}/{Name}";

    public string Codespace => $"https://codespaces.new/{Owner}/{Name}?quickstart=1";

    /// <summary>A file as the default branch has it.</summary>
    public string File(string path) => $"{Home}/blob/HEAD/{Html.Link(path)}";

    public static GitHubRepository? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new GitHubRepository(match.Groups["owner"].Value, match.Groups["name"].Value)
        : null;

    /// <summary>What is wrong with an option's value, or null.</summary>
    public static string? Refusal(string text) => Parse(text) is null
        ? $"--repository must be OWNER/NAME as on github.com, for example octocat/hello-world, not \"{text}\"."
        : null;

    /// <summary>The repository named, else the one that GitHub Actions works for, else where <paramref name="folder"/> was cloned from.</summary>
    public static GitHubRepository? Known(string? named, string folder) =>
        Parse(named ?? "") ?? Parse(Environment.GetEnvironmentVariable(Variable) ?? "") ?? GitClone.Around(folder)?.Origin();

    [GeneratedRegex(@"^(?<owner>[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/(?!\.{1,2}$)(?<name>[A-Za-z0-9._-]{1,100})\z")]
    private static partial Regex Pattern();
}
