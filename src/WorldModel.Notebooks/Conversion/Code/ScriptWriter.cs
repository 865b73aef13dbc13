using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Writes a notebook as one C# script in the percent format, which editors show as cells.</summary>
internal static class ScriptWriter
{
    public static Converted Write(ConversionTarget target)
    {
        var library = LibraryPlace.Of(target.Notebook);
        var programs = Programs.Of(target.Notebook, isApp: false);
        var text = new ProgramText();
        text.Add($"{Marker.Line(target)}\n#r \"{target.Relative(library.File)}\"\n{programs.Usings}");
        text.Add($"{Programs.Display("")}\n{programs.Opening(target)}");
        foreach (var cell in target.Notebook.Cells)
        {
            text.Add(Block(programs, cell), cell.Number);
        }

        text.Add($"// %%\n{Programs.Closing}");
        ProgramCheck.Script(programs, text, target.Folder);
        return new Converted(text.ToString());
    }

    private static string Block(Programs programs, Cell cell) => cell switch
    {
        { HasCode: true } => $"// %%{Tags(cell)}\n{string.Join("\n\n", TypesBefore(programs, cell).Append(programs.Body(cell)))}".TrimEnd(),
        { Kind: CellKind.Code } => "",
        { Kind: CellKind.Raw } => $"// %% [raw]\n{CommentText.Of(cell.Source)}",
        _ => $"// %% [markdown]\n{CommentText.Of(cell.Source)}",
    };

    private static IReadOnlyList<string> TypesBefore(Programs programs, Cell cell) => programs.Code.TryGetValue(cell.Number, out var code) ? code.Types : [];

    private static string Tags(Cell cell) => cell.Tags.Count == 0 ? "" : $" tags=[{string.Join(", ", cell.Tags.Select(Programs.Literal))}]";
}
