using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>
/// Notebook hosts take <c>$$ x $$</c> for a formula, Markdig only <c>$$x$$</c>: the spaces inside go, and its lines
/// become one, lest a line that begins with a minus be taken for a list. Code stays as it is.
/// </summary>
internal static partial class FormulaSpacing
{
    public static string Tighten(string markdown) => Pattern().Replace(markdown, match =>
        match.Groups["formula"] is { Success: true } formula ? $"$${formula.Value.ReplaceLineEndings(" ")}$$" : match.Value);

    [GeneratedRegex(@"```.*?```|`[^`\n]*`|\$\$[ \t]*(?<formula>[^\s$](?:[^$]*?[^\s$])?)\s*\$\$", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
