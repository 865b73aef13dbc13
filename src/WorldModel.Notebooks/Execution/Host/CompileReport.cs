using System.Globalization;
using Microsoft.CodeAnalysis;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>The compiler's diagnostics of a cell, each with its place and its line.</summary>
internal static class CompileReport
{
    public static Failed Errors(IEnumerable<Diagnostic> diagnostics)
    {
        var ordered = diagnostics.OrderBy(one => one.Location.SourceSpan.Start).ToArray();
        var errors = ordered.Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        var more = errors.Length > 1 ? $" (and {errors.Length - 1} more)" : "";
        return new Failed("CompilationError", Headline(errors[0]) + more, [.. ordered.SelectMany(Describe)]);
    }

    public static IEnumerable<string> Describe(Diagnostic diagnostic) => Place(diagnostic) is { } place
        ? [$"{place}: {Headline(diagnostic)}", .. place.Quote()]
        : [Headline(diagnostic)];

    private static string Headline(Diagnostic diagnostic) =>
        $"{(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    private static SourcePlace? Place(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var start = diagnostic.Location.GetLineSpan();
        var line = tree.GetText().Lines[start.StartLinePosition.Line].ToString();
        return new SourcePlace(start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1, line);
    }
}
