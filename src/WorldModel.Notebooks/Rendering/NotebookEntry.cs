using System.Text.RegularExpressions;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A notebook's place in the site: its page, its title and question, its first picture.</summary>
internal sealed partial class NotebookEntry
{
    public NotebookEntry(NotebookResult result, string page)
    {
        Result = result;
        Page = page;
        var first = result.Notebook?.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
        var (title, question) = first is null ? (null, null) : MarkdownRenderer.Opening(first.Source);
        Title = title is { Length: > 0 } ? title : result.Name;
        Question = question ?? "";
        Picture = FirstPicture();
    }

    public NotebookResult Result { get; }

    public string Page { get; }

    public string Title { get; }

    public string Question { get; }

    /// <summary>The first chart's static picture as a source for an image, or null.</summary>
    public string? Picture { get; }

    public bool HasCharts => RichTexts().Any(html => html.Contains("Plotly", StringComparison.Ordinal));

    private IEnumerable<string> RichTexts() => Result.Cells
        .SelectMany(cell => cell.Outputs.OfType<DataOutput>())
        .Select(data => data.Data.GetValueOrDefault("text/html", ""));

    private string? FirstPicture()
    {
        foreach (var html in RichTexts())
        {
            if (ImageData().Match(html) is { Success: true } image)
            {
                return image.Groups[1].Value;
            }

            if (Drawing().Match(html) is { Success: true } drawing)
            {
                return "data:image/svg+xml," + Uri.EscapeDataString(WithNamespace(drawing.Value));
            }
        }

        return null;
    }

    // Inside a page a drawing may leave its namespace out; as a file of its own it may not.
    private static string WithNamespace(string drawing) => drawing.Contains("xmlns=", StringComparison.Ordinal)
        ? drawing
        : drawing.Replace("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", StringComparison.Ordinal);

    [GeneratedRegex("<img[^>]*?src=\"(data:image/[^\"]+)\"")]
    private static partial Regex ImageData();

    // A drawing may hold drawings: up to the end tag that closes the first one.
    [GeneratedRegex("<svg[ >](?>(?<inner><svg[ >])|(?<-inner></svg>)|(?!</?svg[ >]).)*(?(inner)(?!))</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
