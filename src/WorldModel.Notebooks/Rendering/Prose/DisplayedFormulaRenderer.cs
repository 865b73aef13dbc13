using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using WorldModel.Notebooks.Rendering.Mathematics;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary><c>$$</c> on lines of their own.</summary>
internal sealed class DisplayedFormulaRenderer(Action<string> warn) : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj) => renderer
        .Write("<div class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">")
        .Write(MathRenderer.ToHtml(obj.Lines.ToString(), display: true, warn))
        .WriteLine("</div>");
}
