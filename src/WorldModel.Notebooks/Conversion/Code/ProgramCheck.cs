using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Compiles what was written, so that nobody gets a program that does not build; an error names the cell it came from.</summary>
internal static class ProgramCheck
{
    private const string ProjectDirective = "#:";

    public static void App(Programs programs, ProgramText text)
    {
        if (programs.Compilations.Count == 0)
        {
            return;
        }

        // The directives are dotnet run's, not the compiler's.
        var source = string.Join('\n', text.ToString().Split('\n').Select(line => line.StartsWith(ProjectDirective, StringComparison.Ordinal) ? "" : line));
        var last = programs.Compilations[^1];
        var options = ((CSharpCompilationOptions)last.Options).WithOutputKind(OutputKind.ConsoleApplication).WithUsings().WithScriptClassName("Script");
        var references = programs.Compilations.SelectMany(one => one.References).Where(one => one is not CompilationReference && !IsHost(one)).DistinctBy(one => one.Display);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13));
        Report(programs, text, CSharpCompilation.Create("App", [tree], references, options).GetDiagnostics());
    }

    public static void Script(Programs programs, ProgramText text, string folder)
    {
        var options = ScriptOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13).AddReferences(typeof(Enumerable).Assembly)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder));
        Report(programs, text, CSharpScript.Create(text.ToString(), options).GetCompilation().GetDiagnostics());
    }

    private static bool IsHost(MetadataReference reference) => reference.Display == typeof(ProgramCheck).Assembly.Location;

    private static void Report(Programs programs, ProgramText text, IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).OrderBy(one => one.Location.SourceSpan.Start).FirstOrDefault() is not { } error)
        {
            return;
        }

        var start = error.Location.GetLineSpan().StartLinePosition;
        var cell = text.CellAt(start.Line);
        var place = new SourcePlace("", 0, start.Character + 1, text.ToString().Split('\n')[start.Line]);
        var where = cell > 0 ? $"{programs.Notebook.Path} cell {cell}" : programs.Notebook.Path;
        throw new NotebookProblem(string.Join('\n', [$"{where} runs as a notebook, but not as one program: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", .. place.Quote(), "    Write this line so that it works without cells, for instance with other names or a value from the start."]));
    }
}
