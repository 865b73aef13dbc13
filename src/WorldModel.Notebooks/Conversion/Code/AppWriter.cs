using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Writes a notebook as a C# file that <c>dotnet run</c> builds and runs.</summary>
internal static class AppWriter
{
    public static Converted Write(ConversionTarget target)
    {
        var library = LibraryPlace.Of(target.Notebook);
        var programs = Programs.Of(target.Notebook, isApp: true);
        var text = new ProgramText();
        var members = programs.Names.Free("Cells");
        text.Add($"{Header(target)}\n{AppProject.Directives(target, library)}");
        text.Add($"{programs.Usings}\nusing static {members};");
        text.Add(programs.Opening(target));
        foreach (var cell in target.Notebook.Cells)
        {
            text.Add(Block(programs, cell), cell.Number);
        }

        text.Add(Programs.Closing);
        foreach (var (number, code) in programs.Code)
        {
            code.Types.ToList().ForEach(type => text.Add(type, number));
        }

        text.Add(SharedClass(programs, members));
        ProgramCheck.App(programs, text);
        return new Converted(text.ToString());
    }

    private static string Header(ConversionTarget target) =>
        $"""
        {Marker.Line(target)}
        // Run it with `dotnet run`, from any folder; its charts come as pages into the folder of the same name that ends in .charts.
        """;

    private static string Block(Programs programs, Cell cell) => cell switch
    {
        { HasCode: true } => $"// ── {cell.Number}{string.Concat(cell.Tags.Take(1).Select(tag => $" · {tag.ReplaceLineEndings(" ")}"))} ──\n{programs.Body(cell)}".TrimEnd(),
        { Kind: CellKind.Code } => "",
        _ => CommentText.Of(cell.Source),
    };

    private static string SharedClass(Programs programs, string name) =>
        $$"""
        static class {{name}}
        {
        {{string.Join("\n\n", programs.Code.Values.SelectMany(code => code.Shared).Append(Programs.Display("internal ")).Select(Indentation.Indent))}}
        }
        """;
}
