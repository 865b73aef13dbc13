using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The page of one notebook; one that failed has a page too, which shows where.</summary>
internal static class NotebookPage
{
    public static SitePage Of(NotebookEntry entry, IReadOnlyList<NotebookEntry> all, PageContext context)
    {
        var markdown = new MarkdownRenderer(context);
        var cells = new CellRenderer(markdown, entry.Result.Cells.ToDictionary(cell => cell.Cell.Number), entry.Result.LeftOut);
        var content = string.Concat((entry.Result.Notebook?.Cells ?? []).Select(cells.ToHtml));
        var place = all.Index().First(one => one.Item == entry).Index;
        var (previous, next) = (all.ElementAtOrDefault(place - 1), all.ElementAtOrDefault(place + 1));
        return new SitePage($"{entry.Title} · WorldModel", $"""
            <div class="page">
            {PageSide.ToHtml(markdown.Headings, entry, all)}
            <main id="content" tabindex="-1">
            <div class="opening">{Part(entry)}{SourceLinks.ToHtml(entry, context.Repository)}</div>
            {Banner(entry)}{(markdown.Headings.HasTitle ? "" : $"<h1>{Html.Escape(entry.Title)}</h1>\n")}{content}{Colophon(entry)}{Turn(previous, next)}
            </main>
            </div>
            """)
        {
            Description = entry.Opening,
            HasCharts = entry.HasCharts,
            Navigation = Arrow(previous, "prev", "←", "Previous") + Arrow(next, "next", "→", "Next"),
        };
    }

    private static string Part(NotebookEntry entry) =>
        entry.Part is { } part ? $"<p class=\"part\"><a href=\"index.html#course\">{part.Name} · {part.Title}</a></p>" : "";

    private static string Banner(NotebookEntry entry)
    {
        var result = entry.Result;
        if (result.FailedCell is { } cell)
        {
            return $"<p class=\"banner\"><strong>This notebook failed</strong> in <a href=\"#cell-{cell.Cell.Number}\">cell {cell.Cell.Number}</a>: {Html.Escape(cell.Error!.Value)}</p>\n";
        }

        return result.Problem is { } problem ? $"<p class=\"banner\"><strong>{(result.Cells.Count > 0 ? "This notebook failed." : "This notebook did not run.")}</strong> {Html.Escape(problem)}</p>\n" : "";
    }

    private static string Colophon(NotebookEntry entry)
    {
        if (entry.Result.Notebook is not { } notebook)
        {
            return "";
        }

        var cells = $"{entry.Result.Cells.Count} of {notebook.Cells.Count(cell => cell.HasCode)} code cells run";
        string[] facts = [Html.Escape(notebook.FileName), cells, .. RunFacts.Of(entry).Select(fact => $"{fact.Name.ToLowerInvariant()} {fact.Html}")];
        return $"<p class=\"colophon\">{string.Join(" · ", facts)}</p>\n";
    }

    private static string Turn(NotebookEntry? previous, NotebookEntry? next) => (previous ?? next) is null
        ? ""
        : $"<nav class=\"turn\" aria-label=\"Previous and next notebook\">{Turn(previous, "prev", "Previous")}{Turn(next, "next", "Next")}</nav>";

    private static string Turn(NotebookEntry? entry, string rel, string word) => entry is null
        ? ""
        : $"<a rel=\"{rel}\" href=\"{Html.Link(entry.Page)}\"><small>{word}</small>{Html.Escape(entry.Title)}</a>";

    private static string Arrow(NotebookEntry? entry, string rel, string arrow, string word) => entry is null
        ? ""
        : $"<a class=\"round\" rel=\"{rel}\" href=\"{Html.Link(entry.Page)}\" title=\"{Html.Escape(entry.Title)}\" aria-label=\"{word}: {Html.Escape(entry.Title)}\">{arrow}</a>";
}
