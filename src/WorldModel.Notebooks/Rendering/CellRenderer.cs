using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A cell as a section of the page, numbered as in messages.</summary>
internal sealed class CellRenderer(MarkdownRenderer markdown, IReadOnlyDictionary<int, CellResult> results, IReadOnlyList<int> leftOut)
{
    // Tags are the course's own: other words of an author must not become classes of the page's style.
    private static readonly string[] KnownTags = ["title", "setup", "world", "predict", "idea", "code", "chart", "reading", "check", "break", "exercise", "next"];

    public string ToHtml(Cell cell) => cell.Kind switch
    {
        CellKind.Markdown => Section(cell, "markdown", $"<div class=\"prose\">{markdown.ToHtml(cell)}</div>"),
        CellKind.Code => Section(cell, "code", Code(cell)),
        _ => Section(cell, "raw", $"<pre class=\"result\">{Html.Escape(cell.Source)}</pre>"),
    };

    private static string Section(Cell cell, string kind, string body)
    {
        var tags = string.Concat(cell.Tags.Where(KnownTags.Contains).Select(tag => $" tag-{tag}"));
        return $"""
            <section class="cell {kind}{tags}" id="cell-{cell.Number}">
            <a class="number" href="#cell-{cell.Number}" aria-label="Cell {cell.Number}">{cell.Number}</a>
            {Labels(cell)}{body}
            </section>

            """;
    }

    private static string Labels(Cell cell)
    {
        var label = cell.Tags.Select(LabelOf).FirstOrDefault(text => text is not null);
        var notes = cell.Tags.Distinct().Select(NoteOf).OfType<string>();
        return (label is null ? "" : $"<p class=\"label\">{label}</p>\n") + string.Concat(notes.Select(text => $"<p class=\"cell-note\">{text}</p>\n"));
    }

    private static string? LabelOf(string tag) => tag switch
    {
        "predict" => "Predict first",
        "check" => "Check",
        "break" => "Break it",
        "exercise" => "Exercise",
        _ => null,
    };

    private static string? NoteOf(string tag) => tag switch
    {
        "raises-exception" => "Raises an exception on purpose",
        "slow" => "Slow",
        _ => null,
    };

    private string Code(Cell cell)
    {
        var source = string.IsNullOrWhiteSpace(cell.Source) ? "" : $"<pre class=\"source\" tabindex=\"0\" role=\"group\" aria-label=\"Code of cell {cell.Number}\"><code>{CodeHighlighter.ToHtml(cell.Source.TrimEnd())}</code></pre>";
        if (!results.TryGetValue(cell.Number, out var result))
        {
            return source + (cell.HasCode ? $"<p class=\"not-run\">Not run: {(leftOut.Contains(cell.Number) ? "left out by --filter" : "a cell before it failed")}.</p>" : "");
        }

        var notes = string.Concat(result.Notes.Select(note => $"<pre class=\"note\" tabindex=\"0\" role=\"group\" aria-label=\"Note\">{Html.Escape(note)}</pre>"));
        var outputs = OutputRenderer.ToHtml(result.Outputs);
        return $"{source}\n<div class=\"outputs\">{notes}{outputs}</div>";
    }
}
