using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using WorldModel.Notebooks.Rendering.Mathematics;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary><c>$…$</c> in a line of text; <c>$$…$$</c> there is set on its own line all the same.</summary>
internal sealed class FormulaRenderer(Action<string> warn) : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var display = obj.DelimiterCount > 1;
        var formula = MathRenderer.ToHtml(obj.Content.ToString(), display, warn);
        renderer.Write(display ? $"<span class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">{formula}</span>" : formula);
    }
}
