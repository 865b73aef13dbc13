using Microsoft.CodeAnalysis;
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
                edits.Replace(name.Identifier.Span, KeptMember(cell.Model!, name) + renamed);
            }
        }
    }

    // new { a } and (a, b) name their members after the variables; where somebody uses those names, they stay.
    private static string KeptMember(SemanticModel model, SimpleNameSyntax name) => name.Parent switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => $"{name.Identifier.Text} = ",
        ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } argument when NamesElement(model, tuple, argument, name.Identifier.ValueText) => $"{name.Identifier.Text}: ",
        _ => "",
    };

    private static bool NamesElement(SemanticModel model, TupleExpressionSyntax tuple, ArgumentSyntax argument, string name) =>
        !IsDeconstructed(tuple)
        && model.GetTypeInfo(tuple).ConvertedType is INamedTypeSymbol { IsTupleType: true } type
        && type.TupleElements[tuple.Arguments.IndexOf(argument)].Name == name;

    private static bool IsDeconstructed(ExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsDeconstructed(outer),
        ForEachVariableStatementSyntax => true,
        _ => false,
    };
}
