using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The way in: the course's map and a card for each notebook.</summary>
internal static class IndexPage
{
    private static readonly string Drawing = SiteAssets.Read("hero.svg");

    public static SitePage Of(IReadOnlyList<NotebookEntry> entries, GitHubRepository? repository) => new("WorldModel", $"""
        <main id="content" class="index" tabindex="-1">
        <div class="hero">
        <div>
        <h1>World models, built and questioned</h1>
        <p>From a twin that mirrors the world to a model that foresees it. Every page is an executed C# notebook; every number on it was computed by the code beside it.</p>
        {Actions(entries, repository)}</div>
        {Drawing}</div>
        {CourseMap.ToHtml(entries)}<section aria-labelledby="notebooks">
        <h2 id="notebooks">The notebooks</h2>
        <p class="tally">{Tally(entries)}</p>
        <ol class="cards">
        {string.Concat(entries.Select(NotebookCard.ToHtml))}</ol>
        </section>
        </main>
        """)
    { Description = "World models in C#: executed notebooks." };

    private static string Actions(IReadOnlyList<NotebookEntry> entries, GitHubRepository? repository)
    {
        var start = entries.Count > 0 ? $"<a class=\"button\" href=\"{Html.Link(entries[0].Page)}\">Start reading</a>" : "";
        var source = repository is null ? "" : $"<a href=\"{Html.Escape(repository.Home)}\">Source on GitHub</a>";
        return $"<p class=\"actions\">{start}{SourceLinks.InCodespaces(repository)}{source}</p>\n";
    }

    private static string Tally(IReadOnlyList<NotebookEntry> entries)
    {
        var failed = entries.Count(entry => !entry.Result.Passed);
        var time = Wording.Seconds(entries.Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Result.Duration));
        var checks = entries.Sum(entry => entry.Checks);
        var status = failed == 0 ? "<span class=\"status passed\">all passed</span>" : $"<span class=\"status failed\">{failed} failed</span>";
        return $"{status} {Count(entries.Count, "notebook")}, {Count(checks, "check")} passed, executed in {time}";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
