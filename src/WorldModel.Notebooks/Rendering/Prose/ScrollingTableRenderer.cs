using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>A wide table scrolls in its own box, not the page.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.WriteLine("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
