using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>Checks a cell's directives before the compiler does: it would blame the code for a library that was not built.</summary>
internal sealed class CellDirectives(string folder)
{
    public const string ErrorName = "DirectiveError";

    public Failed? Check(SyntaxTree tree)
    {
        foreach (var directive in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>())
        {
            if (Problem(directive) is { } problem)
            {
                var start = tree.GetLineSpan(directive.Span);
                var line = tree.GetText().Lines[start.StartLinePosition.Line].ToString();
                var place = new SourcePlace(start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1, line);
                return new Failed(ErrorName, problem, [$"{place}: {problem}", .. place.Quote()]);
            }
        }

        return null;
    }

    private string? Problem(DirectiveTriviaSyntax directive) => directive switch
    {
        ReferenceDirectiveTriviaSyntax reference => ReferenceProblem(reference.File.ValueText),
        ShebangDirectiveTriviaSyntax or BadDirectiveTriviaSyntax when directive.ToString().StartsWith("#!", StringComparison.Ordinal) =>
            $"'{directive.ToString().Trim()}' is a command of one notebook host and unknown to others. Use a real markdown cell for text, and plain C# for the rest.",
        _ => null,
    };

    private string? ReferenceProblem(string file)
    {
        if (file.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return $"#r \"{file}\" asks for a package, which notebook hosts resolve differently or not at all. Add the package to src/WorldModel/WorldModel.csproj; everything it needs then lies beside WorldModel.dll.";
        }

        var path = Path.GetFullPath(Path.Combine(folder, file));
        if (!file.Contains('/', StringComparison.Ordinal) && !file.Contains('\\', StringComparison.Ordinal) || File.Exists(path))
        {
            return null;
        }

        return Path.GetFileName(path) == "WorldModel.dll"
            ? $"the library is not built: the folder {Path.GetDirectoryName(path)} has no WorldModel.dll. Build it from the repository's root with `dotnet build -c Release src/WorldModel`; `dotnet run -c Release --project src/WorldModel.Notebooks` does so by itself."
            : $"there is no file {path}. A reference is looked for relative to the notebook's folder: correct the path, or build what makes that file.";
    }
}
