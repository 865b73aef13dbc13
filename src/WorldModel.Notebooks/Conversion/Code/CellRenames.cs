using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Writes the new names into a cell: where a thing is declared and where it is meant, and nowhere else.</summary>
internal static class CellRenames
{
    public static void Apply(CompiledCell cell, CellNames names, TextEdits edits)
    {
        foreach (var (symbol, name) in CellSymbols.Declared(cell))
        {
            var named = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } ? symbol.ContainingType : symbol;
            if (names.Of(named) is { } renamed)
            {
                edits.Replace(name.Span, renamed);
            }
        }

        foreach (var (symbol, name) in CellSymbols.Used(cell))
        {
            if (names.Of(symbol) is { } renamed)
            {
                edits.Replace(name.Identifier.Span, KeptMember(name) + renamed);
            }
        }
    }

    // new { a } and (a, b) name their members after the variables; the members keep those names.
    private static string KeptMember(SimpleNameSyntax name) => name.Parent switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => $"{name.Identifier.Text} = ",
        ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } when !IsTarget(tuple) => $"{name.Identifier.Text}: ",
        _ => "",
    };

    private static bool IsTarget(TupleExpressionSyntax tuple) =>
        tuple.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == tuple
        || tuple.Parent is ForEachVariableStatementSyntax
        || tuple.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer } && IsTarget(outer);
}
