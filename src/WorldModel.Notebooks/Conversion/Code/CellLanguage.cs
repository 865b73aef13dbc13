using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Refuses what a cell may say and a program may not, with the line to change.</summary>
internal static class CellLanguage
{
    public static void Check(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        foreach (var node in root.DescendantNodes(node => !IsFunction(node), descendIntoTrivia: true))
        {
            if (Problem(node) is { } problem)
            {
                var start = tree.GetLineSpan(node.Span);
                var place = new SourcePlace(start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1, tree.GetText().Lines[start.StartLinePosition.Line].ToString());
                throw new NotebookProblem(string.Join('\n', [$"{place}: {problem}", .. place.Quote()]));
            }
        }
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static string? Problem(SyntaxNode node) => node switch
    {
        ReferenceDirectiveTriviaSyntax reference when !IsLibrary(reference) =>
            $"an app cannot refer to {reference.File.ValueText}, only to projects and packages. Refer to WorldModel.dll alone, and let src/WorldModel bring the rest.",
        LoadDirectiveTriviaSyntax => "a program cannot load a script. Put the code into a cell or into src/WorldModel.",
        BasePropertyDeclarationSyntax { Parent: CompilationUnitSyntax } => "a program cannot have a property outside of a type. Write a method or a variable.",
        EventFieldDeclarationSyntax { Parent: CompilationUnitSyntax } => "a program cannot have an event outside of a type. Write a delegate variable.",
        ReturnStatementSyntax => "this return ends the cell in a notebook, but the whole program elsewhere. Use if, or a method.",
        _ => null,
    };

    private static bool IsLibrary(ReferenceDirectiveTriviaSyntax reference) =>
        reference.File.ValueText.Replace('\\', '/').Split('/')[^1] == LibraryPlace.FileName;
}
