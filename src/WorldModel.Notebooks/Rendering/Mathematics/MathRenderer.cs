namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>
/// Turns the LaTeX that notebooks use into MathML, which browsers draw themselves: no script, no network. What it does
/// not know is shown as it was written and reported.
/// </summary>
internal static class MathRenderer
{
    public static string ToHtml(string latex, bool display, Action<string> warn)
    {
        var source = latex.Trim();
        try
        {
            var parser = new MathParser(source);
            var body = parser.ParseAll();
            foreach (var unknown in parser.Unknown.Distinct())
            {
                warn($"the formula command \\{unknown} is unknown; it is shown as text.");
            }

            return $"<math{(display ? " display=\"block\"" : "")}>{body.Xml}</math>";
        }
        catch (MathSyntaxException problem)
        {
            warn($"the formula \"{source}\" is broken: {problem.Message}");
            return $"<code class=\"math-source\">{Html.Escape(source)}</code>";
        }
    }
}
