using Microsoft.CodeAnalysis;
using WorldModel.Notebooks.Conversion.Prose;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>What an app and a script of a notebook have in common: the cells, their names, and the lines that show values.</summary>
internal sealed class Programs
{
    // As every C# notebook host gives them.
    private static readonly string[] GivenUsings = ["System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private readonly Dictionary<int, CompiledCell> _compiled;
    private readonly CellRewriter _rewriter;

    private Programs(Notebook notebook, IReadOnlyList<CompiledCell> cells, bool isApp)
    {
        Notebook = notebook;
        _compiled = cells.ToDictionary(cell => cell.Cell.Number);
        CompiledCell[] sound = [.. cells.Where(cell => cell.Model is not null)];
        Names = CellNames.Of(sound);
        Raising.CheckUses(notebook, sound);
        _rewriter = new CellRewriter(Names, SharedMembers.Of(sound), isApp);
        Code = sound.ToDictionary(cell => cell.Cell.Number, _rewriter.Rewrite);
        Compilations = [.. sound.Select(cell => cell.Model!.Compilation)];
    }

    public Notebook Notebook { get; }

    public CellNames Names { get; }

    /// <summary>Code by the number of its cell.</summary>
    public IReadOnlyDictionary<int, CellCode> Code { get; }

    public IReadOnlyList<Compilation> Compilations { get; }

    public string Usings => string.Join('\n', GivenUsings.Select(name => $"using {name};").Concat(Code.Values.SelectMany(code => code.Usings)).Distinct());

    public static Programs Of(Notebook notebook, bool isApp) => new(notebook, new CellChain(notebook).Compile(), isApp);

    /// <summary>The first statement: where data are found and charts go.</summary>
    public string Opening(ConversionTarget target) => $"WorldModel.Display.Album.Open({Literal(Notebook.Name)}, {Literal(target.Relative(Notebook.Folder))});";

    public static string Closing =>
        """
        WorldModel.Display.Album.OfProgram.Close();
        System.Console.WriteLine($"{WorldModel.Evaluation.Check.Passed} checks passed");
        """;

    /// <summary>What makes <c>x.Display()</c> work without a notebook host.</summary>
    public static string Display(string access) => $"{access}static void Display(this object value, params string[] mimeTypes) => WorldModel.Display.Album.OfProgram.Show(value);";

    /// <summary>A cell's code, the expected failure caught.</summary>
    public string Body(Cell cell) => _compiled[cell.Number] switch
    {
        { Model: null } => CommentText.Of($"This cell shows what the compiler refuses:\n\n```\n{cell.Source}\n```"),
        { MustRaise: true } => Raising.Body(cell.Number, Code[cell.Number].Body, Names),
        _ => Code[cell.Number].Body,
    };

    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
