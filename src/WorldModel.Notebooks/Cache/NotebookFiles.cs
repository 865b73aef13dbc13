using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Cache;

/// <summary>
/// The files that a notebook's code stands on: those that its string literals lead to (data, <c>#load</c>, the library
/// with the list of what that stands on), and those of the data folders whose names occur in the code.
/// </summary>
internal static class NotebookFiles
{
    private static readonly string[] DataFolders = [".", "data", Path.Combine("..", "data")];

    /// <summary>Full paths in order, each once.</summary>
    public static IReadOnlyList<string> Of(Notebook notebook)
    {
        var code = notebook.Cells.Where(cell => cell.HasCode).Select(cell => cell.Source).ToArray();
        var own = Path.GetFullPath(notebook.Path);
        return [.. code.Where(source => !CellScript.IsTooDeep(source)).SelectMany(Literals).SelectMany(text => Named(notebook.Folder, text)).Concat(Mentioned(notebook, code))
            .Where(file => file != own)
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a file may appear that the notebook's code names.</summary>
    public static IEnumerable<string> FoldersOf(Notebook notebook) => DataFolders.Select(name => Path.GetFullPath(Path.Combine(notebook.Folder, name)));

    private static IEnumerable<string> Literals(string source) => CellScript.Parse(source, "").GetRoot()
        .DescendantTokens(descendIntoTrivia: true)
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
        .Select(token => token.ValueText)
        .Where(text => text.Length is > 0 and < 1024 && !text.Contains('\0', StringComparison.Ordinal));

    private static IEnumerable<string> Named(string folder, string text)
    {
        var file = Path.GetFullPath(Path.Combine(folder, text));
        var isLibrary = file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

        // A library that is not there counts as well: building it changes what the notebook does.
        return isLibrary ? [file, Path.ChangeExtension(file, ".deps.json")] : File.Exists(file) ? [file] : [];
    }

    private static IEnumerable<string> Mentioned(Notebook notebook, string[] code) =>
        from place in FoldersOf(notebook)
        where Directory.Exists(place)
        from file in Directory.GetFiles(place)
        where code.Any(source => source.Contains(Path.GetFileName(file), StringComparison.Ordinal))
        select file;
}
