using System.Text;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Prose;

/// <summary>Writes a notebook as a page of Markdown: its prose, its code, and what it was saved with.</summary>
internal static class MarkdownWriter
{
    public static Converted Write(ConversionTarget target)
    {
        var pictures = new PictureFiles(ConvertedFiles.PicturesOf(target));
        var blocks = new List<string> { Marker.Line(target) };
        var note = Unexecuted(target.Notebook);
        if (note is not null)
        {
            blocks.Add($"> This page shows no results: {note}");
        }

        foreach (var cell in target.Notebook.Cells)
        {
            blocks.AddRange(Blocks(target, cell, pictures));
        }

        var text = string.Join("\n\n", blocks.Select(block => block.Trim('\n', '\r')).Where(block => block.Length > 0));
        return new Converted(text.ReplaceLineEndings("\n") + "\n") { Pictures = pictures.Files, Note = note is null ? null : $"It has no results: {note}" };
    }

    private static string? Unexecuted(Notebook notebook) =>
        notebook.Cells.Any(cell => cell.HasCode) && notebook.Cells.All(cell => cell is { ExecutionCount: null, SavedOutputs: [] })
            ? $"the notebook was never executed. Do so with `run --write {notebook.FileName}`, then convert it again."
            : null;

    private static IEnumerable<string> Blocks(ConversionTarget target, Cell cell, PictureFiles pictures) => cell.Kind switch
    {
        CellKind.Markdown => [ProseLinks.Correct(target, cell, pictures)],
        CellKind.Code when cell.HasCode => [Fence(cell.Source, "csharp"), .. cell.SavedOutputs.Select(output => OutputBlock.Of(output, pictures))],
        CellKind.Raw => [Fence(cell.Source, "text")],
        _ => [],
    };

    /// <summary>A fence longer than any in the text, so that the text cannot end it.</summary>
    internal static string Fence(string text, string language)
    {
        var (longest, run) = (2, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return new StringBuilder().Append(fence).Append(language).Append('\n').Append(text.TrimEnd('\n', '\r')).Append('\n').Append(fence).ToString();
    }
}
