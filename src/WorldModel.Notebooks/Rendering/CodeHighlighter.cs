using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Host;

namespace WorldModel.Notebooks.Rendering;

/// <summary>Colours C# by the compiler's own tokens, at build time: the page needs no script for it.</summary>
internal static class CodeHighlighter
{
    public static string ToHtml(string code)
    {
        if (CellScript.IsTooDeep(code))
        {
            return Html.Escape(code);
        }

        var html = new StringBuilder();
        foreach (var token in CellScript.Parse(code, "").GetRoot().DescendantTokens(descendIntoTrivia: false))
        {
            Append(html, token.LeadingTrivia);
            Append(html, token.ToString(), Kind(token));
            Append(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
        {
            var kind = piece.IsDirective ? "directive" : piece.ToString().StartsWith('/') ? "comment" : null;
            Append(html, piece.ToFullString(), kind);
        }
    }

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length > 0)
        {
            html.Append(kind is null ? Html.Escape(text) : $"<span class=\"t-{kind}\">{Html.Escape(text)}</span>");
        }
    }

    private static string? Kind(SyntaxToken token)
    {
        if (token.IsKeyword() || IsContextual(token))
        {
            return "keyword";
        }

        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "number",
            SyntaxKind.IdentifierToken => IdentifierKind(token),
            var kind when kind.ToString().Contains("String", StringComparison.Ordinal) || kind == SyntaxKind.CharacterLiteralToken => "string",
            _ => null,
        };
    }

    private static bool IsContextual(SyntaxToken token) =>
        SyntaxFacts.IsContextualKeyword(token.Kind()) || (token.Text == "var" && token.Parent is IdentifierNameSyntax { Parent: VariableDeclarationSyntax or DeclarationExpressionSyntax or ForEachStatementSyntax });

    private static string? IdentifierKind(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or ObjectCreationExpressionSyntax or GenericNameSyntax { Parent: not (InvocationExpressionSyntax or MemberAccessExpressionSyntax) } => "type",
        NameSyntax { Parent: ObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax or BaseTypeSyntax or CastExpressionSyntax or ArrayTypeSyntax or NullableTypeSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax } => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "method",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "method",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name when access.Name == name => "method",
        _ => null,
    };
}
