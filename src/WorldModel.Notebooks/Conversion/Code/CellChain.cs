using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Execution.Protocol;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Compiles a notebook's cells one after the other, as its run does, but executes nothing.</summary>
internal sealed class CellChain(Notebook notebook)
{
    private readonly ScriptOptions _options = CellScript.Options(notebook.Folder);
    private readonly CellDirectives _directives = new(notebook.Folder);
    private Script<object>? _last;

    public IReadOnlyList<CompiledCell> Compile() => [.. notebook.Cells.Where(cell => cell.HasCode).Select(Compile)];

    private CompiledCell Compile(Cell cell)
    {
        var options = _options.WithFilePath(CellPath.Of(notebook.FileName, cell.Number));
        var script = _last is null ? CSharpScript.Create(cell.Source, options) : _last.ContinueWith<object>(cell.Source, options);
        if (_directives.Check(CellScript.Parse(cell.Source, options.FilePath)) is { } directive)
        {
            throw Problem(directive);
        }

        var compilation = script.GetCompilation();
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            return cell.Tags.Contains(CompiledCell.RaisesTag) ? new CompiledCell(cell, null) : throw Problem(CompileReport.Errors(errors));
        }

        _last = script;
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == options.FilePath);
        CellLanguage.Check(tree);
        return new CompiledCell(cell, compilation.GetSemanticModel(tree));
    }

    private static NotebookProblem Problem(Failed failure) => new(string.Join('\n', failure.Traceback));
}
