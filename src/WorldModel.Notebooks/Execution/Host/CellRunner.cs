using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>Compiles and runs cells one after the other, each seeing what those before it declared.</summary>
internal sealed class CellRunner
{
    // A package built against an older .NET than this one: every build leaves these unsaid, since .NET unifies versions.
    private static readonly string[] UnifiedVersions = ["CS1701", "CS1702"];

    private readonly Dictionary<int, string[]> _sources = [];
    private readonly string _notebookFile;
    private readonly CellSession _session;
    private readonly ScriptOptions _options;
    private readonly CellDirectives _directives;
    private readonly ExceptionReport _exceptions;
    private ScriptState<object>? _state;

    public CellRunner(string notebookFile, string folder, CellSession session)
    {
        _notebookFile = notebookFile;
        _session = session;
        _options = CellScript.Options(folder);
        _directives = new CellDirectives(folder);
        _exceptions = new ExceptionReport(LineOf);
    }

    public async Task RunAsync(RunCell cell)
    {
        var path = CellPath.Of(_notebookFile, cell.Number);
        _sources[cell.Number] = cell.Source.Split('\n');
        if (_directives.Check(CellScript.Parse(cell.Source, path)) is { } problem)
        {
            _session.Fail(problem);
        }
        else if (Compile(cell.Source, path) is { } script)
        {
            await RunAsync(script);
        }
    }

    private Script<object>? Compile(string source, string path)
    {
        var options = _options.WithFilePath(path);
        var script = _state is null ? CSharpScript.Create(source, options) : _state.Script.ContinueWith<object>(source, options);
        var diagnostics = script.Compile();
        if (diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            _session.Fail(CompileReport.Errors(diagnostics));
            return null;
        }

        foreach (var warning in diagnostics.Where(one => one.Severity == DiagnosticSeverity.Warning && !UnifiedVersions.Contains(one.Id)))
        {
            _session.Note(string.Join('\n', CompileReport.Describe(warning)));
        }

        return script;
    }

    private async Task RunAsync(Script<object> script)
    {
        _state = _state is null
            ? await script.RunAsync(catchException: _ => true)
            : await script.RunFromAsync(_state, catchException: _ => true);
        await Console.Out.FlushAsync();
        if (_state.Exception is { } exception)
        {
            _session.Fail(_exceptions.Of(exception));
        }
        else if (CellScript.EndsInValue(script.GetCompilation()))
        {
            Show(_state.ReturnValue);
        }
    }

    private void Show(object? value)
    {
        try
        {
            _session.Show(ValueFormatter.Format(value, note: _session.Note), isResult: true);
        }
        catch (Exception exception)
        {
            // Rendering runs the library's code: any failure of it is the cell's.
            _session.Fail(_exceptions.Of(exception));
        }
    }

    private string LineOf(int cell, int line) =>
        _sources.TryGetValue(cell, out var lines) && line >= 1 && line <= lines.Length ? lines[line - 1].TrimEnd('\r') : "";
}
