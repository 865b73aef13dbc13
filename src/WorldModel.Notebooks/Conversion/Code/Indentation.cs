using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorldModel.Notebooks.Execution.Host;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Moves code one step in; lines inside of a text stay where they are, because their spaces are part of it.</summary>
internal static class Indentation
{
    public static string Indent(string code)
    {
        var root = CellScript.Parse(code, "").GetRoot();
        var texts = root.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().Select(node => node.Span)
            .Concat(root.DescendantTokens().Where(token => token.Text.Contains('\n', StringComparison.Ordinal)).Select(token => token.Span))
            .ToArray();
        var lines = root.GetText().Lines.Select(line =>
            line.Span.IsEmpty || texts.Any(text => text.Start < line.Start && line.Start < text.End) ? line.ToString() : $"    {line}");
        return string.Join('\n', lines);
    }
}
