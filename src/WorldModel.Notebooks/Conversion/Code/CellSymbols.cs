using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>What the cells declare, and what each name in them means.</summary>
internal static class CellSymbols
{
    /// <summary>Declarations of a cell in the order of its text: the node, its symbol and the token that names it.</summary>
    public static IEnumerable<(ISymbol Symbol, SyntaxToken Name)> Declared(CompiledCell cell)
    {
        foreach (var node in cell.Root.DescendantNodes())
        {
            if (NameOf(node) is { } name && cell.Model!.GetDeclaredSymbol(node) is { } symbol)
            {
                yield return (symbol, name);
            }
        }
    }

    /// <summary>Uses of names that stand alone, not behind a dot or before a colon, with what they mean.</summary>
    public static IEnumerable<(ISymbol Symbol, SimpleNameSyntax Name)> Used(CompiledCell cell) => Used(cell, cell.Root);

    public static IEnumerable<(ISymbol Symbol, SimpleNameSyntax Name)> Used(CompiledCell cell, SyntaxNode part)
    {
        foreach (var name in part.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (Meaning(cell.Model!, name) is { } symbol)
            {
                yield return (symbol, name);
            }
        }
    }

    /// <summary>Whether code at this place shares the scope of the top level: blocks and loops do, functions and types do not.</summary>
    public static bool IsInScopeOfTop(SyntaxNode node) => !node.Ancestors().Any(outer =>
        outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax);

    private static SyntaxToken? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught when !caught.Identifier.IsKind(SyntaxKind.None) => caught.Identifier,
        FromClauseSyntax range => range.Identifier,
        LetClauseSyntax range => range.Identifier,
        JoinClauseSyntax range => range.Identifier,
        JoinIntoClauseSyntax range => range.Identifier,
        QueryContinuationSyntax range => range.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        _ => null,
    };

    private static ISymbol? Meaning(SemanticModel model, SimpleNameSyntax name)
    {
        var found = model.GetSymbolInfo(name);
        var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
            IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
            _ => symbol?.OriginalDefinition,
        };
    }
}
