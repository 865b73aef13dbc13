using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>Code in prose looks like code in a cell; C# gets its colours.</summary>
internal sealed class ProseCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var code = obj.Lines.ToString();
        var isCSharp = obj is FencedCodeBlock { Info: { } language } && language.ToUpperInvariant() is "CSHARP" or "C#" or "CS";
        renderer.Write("<pre class=\"source\" tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>")
            .Write(isCSharp ? CodeHighlighter.ToHtml(code) : Html.Escape(code))
            .WriteLine("</code></pre>");
    }
}
