using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>Renders a markdown cell: tables, mathematics, links that work from the site.</summary>
internal sealed partial class MarkdownRenderer(PageContext page)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseEmphasisExtras()
        .UseListExtras()
        .UseTaskLists()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAlertBlocks()
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseMathematics()
        .Build();

    public PageHeadings Headings { get; } = new();

    public string ToHtml(Cell cell)
    {
        if (Parse(FormulaSpacing.Tighten(cell.Source)) is not { } document)
        {
            page.WarnAbout(cell.Number)("its text is nested too deeply to be laid out; the page shows it as it is written.");
            return $"<pre>{Html.Escape(cell.Source)}</pre>";
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            Headings.Take(heading, PlainText(heading) ?? "");
        }

        var links = new LinkRewriter(page, cell);
        foreach (var link in document.Descendants<LinkInline>())
        {
            links.Rewrite(link);
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new FormulaRenderer(page.WarnAbout(cell.Number)));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new DisplayedFormulaRenderer(page.WarnAbout(cell.Number)));
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.CodeBlockRenderer>(new ProseCodeRenderer());
        renderer.Render(document);
        return OfCell(cell, writer.ToString());
    }

    // Footnotes are counted within a cell, anchors are there once on the page.
    private static string OfCell(Cell cell, string html) => FootnoteAnchor().Replace(html, $"$0{cell.Number}-");

    /// <summary>The first heading and the text that follows it, for the index.</summary>
    public static (string? Title, string? Question) Opening(string source)
    {
        if (Parse(source) is not { } document)
        {
            return (null, null);
        }

        var heading = document.Descendants<HeadingBlock>().FirstOrDefault();
        var question = document.Descendants<ParagraphBlock>().FirstOrDefault(paragraph => paragraph.Parent == document && paragraph.Line > (heading?.Line ?? -1));
        return (PlainText(heading), PlainText(question));
    }

    /// <summary>Null: quotes in quotes or lists in lists beyond what the parser follows.</summary>
    private static MarkdownDocument? Parse(string source)
    {
        try
        {
            return Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? PlainText(LeafBlock? block) => block?.Inline is { } inline
        ? string.Concat(inline.Descendants().Select(piece => piece switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            MathInline formula => formula.Content.ToString(),
            LineBreakInline => " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        })).Trim()
        : null;

    [GeneratedRegex("(?<= (?:id|href)=\"#?fn(?:ref)?:)(?=[0-9])")]
    private static partial Regex FootnoteAnchor();
}
