using System.Globalization;
using System.Text.RegularExpressions;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering.Course;
using WorldModel.Notebooks.Rendering.Prose;

namespace WorldModel.Notebooks.Rendering;

/// <summary>A notebook's place in the site: its page, its title and question, its part of the course, its picture.</summary>
internal sealed partial class NotebookEntry
{
    public NotebookEntry(NotebookResult result, string page)
    {
        Result = result;
        Page = page;
        var first = result.Notebook?.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
        var (title, opening) = first is null ? (null, null) : MarkdownRenderer.Opening(first.Source);
        Title = title is { Length: > 0 } ? title : result.Name;
        Opening = opening ?? "";
        Picture = CardPicture.Of(result);
        Checks = CheckMarks.Count(result);
    }

    public NotebookResult Result { get; }

    public string Page { get; }

    /// <summary>The page's name without its ending, for files that belong to it.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Page);

    public string Title { get; }

    /// <summary>The title without the number that leads it.</summary>
    public string Question => LeadingNumber().Replace(Title, "");

    /// <summary>The first paragraph.</summary>
    public string Opening { get; }

    /// <summary>The number that leads the file's name: its place in the course.</summary>
    public int? Number => FileNumber().Match(Result.Name) is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    public string NumberText => Number?.ToString("00", CultureInfo.InvariantCulture) ?? "";

    public CoursePart? Part => CourseParts.Of(Number);

    public CardPicture? Picture { get; }

    /// <summary>How many of its checks passed.</summary>
    public int Checks { get; }

    /// <summary>The notebook itself, to be downloaded; null when it could not be read.</summary>
    public string? Source => Result.Notebook is null ? null : $"source/{Stem}.ipynb";

    public bool HasCharts => Result.Cells
        .SelectMany(cell => cell.Outputs.OfType<DataOutput>())
        .Any(output => output.Data.GetValueOrDefault("text/html", "").Contains("Plotly", StringComparison.Ordinal));

    [GeneratedRegex("^[0-9]{1,4}(?=\\D|$)")]
    private static partial Regex FileNumber();

    [GeneratedRegex("^[0-9]{1,4}\\s*[·:.–-]\\s+")]
    private static partial Regex LeadingNumber();
}
