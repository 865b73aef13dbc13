using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The side of a notebook's page: its sections, and the site's notebooks.</summary>
internal static class PageSide
{
    public static string ToHtml(PageHeadings headings, NotebookEntry entry, IReadOnlyList<NotebookEntry> all) => $"""
        <div class="side">
        {Sections(headings)}{Notebooks(entry, all)}</div>
        """;

    // Without scripts the list is simply there; a script makes it fold where the window is narrow.
    private static string Sections(PageHeadings headings)
    {
        var items = string.Concat(headings.Sections.Select(heading => $"<li><a href=\"#{Html.Escape(heading.Anchor)}\">{Html.Escape(heading.Text)}</a></li>"));
        return items.Length == 0 ? "" : $"""
            <nav class="contents" aria-label="On this page">
            <p class="side-title">On this page</p><button type="button" class="fold" aria-expanded="false" aria-controls="sections" hidden>On this page</button>
            <ol id="sections">{items}</ol>
            </nav>

            """;
    }

    private static string Notebooks(NotebookEntry entry, IReadOnlyList<NotebookEntry> all)
    {
        var items = string.Concat(all.Select(other => $"<li><a href=\"{Html.Link(other.Page)}\"{(other == entry ? " aria-current=\"page\"" : "")}>{Number(other)}<span>{Html.Escape(other.Question)}</span></a></li>"));
        return all.Count < 2 ? "" : $"""
            <nav class="notebooks" aria-label="All notebooks">
            <p class="side-title">Notebooks</p>
            <ol>{items}</ol>
            </nav>

            """;
    }

    private static string Number(NotebookEntry entry) => entry.NumberText is { Length: > 0 } number ? $"<span class=\"n\">{number}</span>" : "";
}
