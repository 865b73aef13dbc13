using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering.Prose;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The page of one notebook; one that failed has a page too, which shows where.</summary>
internal static class NotebookPage
{
    public static string ToHtml(NotebookEntry entry, NotebookEntry? previous, NotebookEntry? next, PageContext context)
    {
        var markdown = new MarkdownRenderer(context);
        var results = entry.Result.Cells.ToDictionary(cell => cell.Cell.Number);
        var cells = new CellRenderer(markdown, results);
        var content = string.Concat((entry.Result.Notebook?.Cells ?? []).Select(cells.ToHtml));
        var title = markdown.Headings.HasTitle ? "" : $"<h1>{Html.Escape(entry.Title)}</h1>\n";
        return new SitePage($"{entry.Title} · WorldModel", $"""
            <div class="page">
            {Contents(markdown.Headings)}
            <main id="content">
            {Banner(entry)}{title}{content}{Footer(entry)}
            <nav class="turn" aria-label="Previous and next notebook">{Turn(previous, "prev", "Previous")}{Turn(next, "next", "Next")}</nav>
            </main>
            </div>
            """)
        {
            Description = entry.Question,
            HasCharts = entry.HasCharts,
            Navigation = Arrow(previous, "prev", "←") + Arrow(next, "next", "→"),
        }.ToHtml();
    }

    private static string Contents(PageHeadings headings)
    {
        var items = string.Concat(headings.Sections.Select(heading => $"<li><a href=\"#{Html.Escape(heading.Anchor)}\">{Html.Escape(heading.Text)}</a></li>"));
        return items.Length == 0 ? "" : $"<nav class=\"contents\" aria-label=\"On this page\"><p>On this page</p><ol>{items}</ol></nav>";
    }

    private static string Banner(NotebookEntry entry)
    {
        var result = entry.Result;
        if (result.FailedCell is { } cell)
        {
            return $"<p class=\"banner\"><strong>This notebook failed</strong> in <a href=\"#cell-{cell.Cell.Number}\">cell {cell.Cell.Number}</a>: {Html.Escape(cell.Error!.Value)}</p>\n";
        }

        return result.Problem is { } problem ? $"<p class=\"banner\"><strong>{(result.Cells.Count > 0 ? "This notebook failed." : "This notebook did not run.")}</strong> {Html.Escape(problem)}</p>\n" : "";
    }

    private static string Footer(NotebookEntry entry) => entry.Result.Notebook is { } notebook
        ? $"<p class=\"colophon\">{Html.Escape(notebook.FileName)} · {entry.Result.Cells.Count} of {notebook.Cells.Count(cell => cell.HasCode)} code cells run in {Wording.Seconds(entry.Result.Duration)}</p>"
        : "";

    private static string Turn(NotebookEntry? entry, string rel, string word) => entry is null
        ? "<span></span>"
        : $"<a rel=\"{rel}\" href=\"{Html.Link(entry.Page)}\"><small>{word}</small>{Html.Escape(entry.Title)}</a>";

    private static string Arrow(NotebookEntry? entry, string rel, string arrow) => entry is null
        ? ""
        : $"<a rel=\"{rel}\" href=\"{Html.Link(entry.Page)}\" title=\"{Html.Escape(entry.Title)}\" aria-label=\"{Html.Escape(entry.Title)}\">{arrow}</a>";
}
