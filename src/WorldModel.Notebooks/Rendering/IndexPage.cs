using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The way in: a card for each notebook with its question and what became of it.</summary>
internal static class IndexPage
{
    public static SitePage Of(IReadOnlyList<NotebookEntry> entries) => new SitePage("WorldModel", $"""
        <main id="content" class="index">
        <header class="hero">
        <h1>World models, built and questioned</h1>
        <p>Simulate a world, learn it from data, predict it, and measure where each step stops being true. Every page is an executed C# notebook; every number on it was computed by the code beside it.</p>
        <p class="tally">{Tally(entries)}</p>
        </header>
        <ol class="cards">
        {string.Concat(entries.Select(Card))}</ol>
        </main>
        """)
    { Description = "World models in C#: executed notebooks." };

    private static string Tally(IReadOnlyList<NotebookEntry> entries)
    {
        var failed = entries.Count(entry => !entry.Result.Passed);
        var time = Wording.Seconds(entries.Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Result.Duration));
        var noun = entries.Count == 1 ? "notebook" : "notebooks";
        return failed == 0
            ? $"<span class=\"status passed\">all passed</span> {entries.Count} {noun} executed in {time}"
            : $"<span class=\"status failed\">{failed} failed</span> {entries.Count} {noun} executed in {time}";
    }

    private static string Card(NotebookEntry entry)
    {
        var picture = entry.Picture is { } source ? $"<img src=\"{Html.Escape(source)}\" alt=\"\" loading=\"lazy\">" : "<span class=\"no-picture\" aria-hidden=\"true\"></span>";
        return $"""
            <li class="card"><a href="{Html.Link(entry.Page)}">
            <span class="picture">{picture}</span>
            <span class="text"><strong>{Html.Escape(entry.Title)}</strong><span class="question">{Html.Escape(entry.Result.Problem ?? entry.Question)}</span>
            <span class="facts">{Status(entry.Result)}<span>{Wording.Seconds(entry.Result.Duration)}</span><span class="file">{Html.Escape(Path.GetFileName(entry.Result.Path))}</span></span></span>
            </a></li>

            """;
    }

    private static string Status(NotebookResult result) => result switch
    {
        { Passed: true } => "<span class=\"status passed\">passed</span>",
        { FailedCell: { } cell } => $"<span class=\"status failed\">failed in cell {cell.Cell.Number}</span>",
        _ => "<span class=\"status failed\">did not run</span>",
    };
}
