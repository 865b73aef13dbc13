using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>A notebook shows a cell's last value by itself; a program has to say so.</summary>
internal static class ShownValue
{
    public static void Apply(CompiledCell cell, TextEdits edits)
    {
        if (cell.Root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
        {
            return;
        }

        var value = last.Expression;
        if (!cell.EndsInValue)
        {
            edits.Insert(value.Span.End, ";");
        }
        else
        {
            var (before, after) = Brackets(cell, value);
            edits.Insert(value.SpanStart, before);
            edits.Insert(value.Span.End, $"{after}.Display();");
        }
    }

    private static (string Before, string After) Brackets(CompiledCell cell, ExpressionSyntax value)
    {
        // A method of the value's own would be found first, and null has no type to extend.
        var type = cell.Model!.GetTypeInfo(value).Type;
        if (type is null or { TypeKind: TypeKind.Dynamic } || HasOwnDisplay(type))
        {
            return ("((object)(", "))");
        }

        return IsOneThing(value) ? ("", "") : ("(", ")");
    }

    private static bool HasOwnDisplay(ITypeSymbol? type) =>
        type is not null && (type.GetMembers("Display").Length > 0 || HasOwnDisplay(type.BaseType));

    private static bool IsOneThing(ExpressionSyntax value) => value
        is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or TupleExpressionSyntax
        or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax { ArgumentList: not null }
        || value.IsKind(SyntaxKind.StringLiteralExpression);
}
