using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A notebook on the index: its first picture, its question, and what became of it.</summary>
internal static class NotebookCard
{
    public static string ToHtml(NotebookEntry entry) => $"""
        <li class="card">
        <div class="picture">{Picture(entry)}</div>
        <div class="text">
        {Eyebrow(entry)}<h3><a href="{Html.Link(entry.Page)}">{Html.Escape(entry.Question)}</a></h3>
        <p class="opening">{Html.Escape(entry.Result.Problem ?? entry.Opening)}</p>
        <p class="outcome">{Outcome(entry)}<span class="file">{Html.Escape(Path.GetFileName(entry.Result.Path))}</span></p>
        <dl class="facts">{string.Concat(RunFacts.Of(entry).Select(fact => $"<div><dt>{fact.Name}</dt><dd>{fact.Html}</dd></div>"))}</dl>
        </div>
        </li>

        """;

    /// <summary>Where the card's picture lies in the site.</summary>
    public static string PicturePath(NotebookEntry entry) => $"pictures/{entry.Stem}.{entry.Picture!.Extension}";

    private static string Picture(NotebookEntry entry)
    {
        if (entry.Picture is not { } picture)
        {
            return "<span class=\"no-picture\"></span>";
        }

        var alternative = picture.Alt.Length > 0 ? picture.Alt : $"The first picture of {entry.Title}";
        return $"<img src=\"{Html.Link(PicturePath(entry))}\" alt=\"{Html.Escape(alternative)}\">";
    }

    private static string Eyebrow(NotebookEntry entry)
    {
        string[] words = [entry.NumberText, entry.Part is { } part ? $"{part.Name}: {part.Title}" : ""];
        var text = string.Join(" · ", words.Where(word => word.Length > 0));
        return text.Length == 0 ? "" : $"<p class=\"eyebrow\">{text}</p>\n";
    }

    private static string Outcome(NotebookEntry entry) => entry.Result switch
    {
        { Passed: true } => "<span class=\"status passed\">passed</span>",
        { FailedCell: { } cell } => $"<a class=\"status failed\" href=\"{Html.Link(entry.Page)}#cell-{cell.Cell.Number}\">failed in cell {cell.Cell.Number}</a>{Why(cell)}",
        _ => "<span class=\"status failed\">did not run</span>",
    };

    private static string Why(CellResult cell) => $"<span class=\"why\">{Html.Escape(cell.Error!.Value.Split('\n')[0])}</span>";
}
