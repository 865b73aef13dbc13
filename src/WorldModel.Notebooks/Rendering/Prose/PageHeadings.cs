using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>
/// Keeps a page's headings in order: one of the first level, no level left out, every anchor once, though each cell was
/// written by itself.
/// </summary>
internal sealed class PageHeadings
{
    private readonly HashSet<string> _anchors = [];
    private readonly List<PageHeading> _sections = [];
    private int _level;

    public bool HasTitle { get; private set; }

    /// <summary>The second level, for the page's table of contents.</summary>
    public IReadOnlyList<PageHeading> Sections => _sections;

    public void Take(HeadingBlock heading, string text)
    {
        heading.Level = HasTitle ? Math.Clamp(heading.Level, 2, _level + 1) : 1;
        HasTitle = true;
        _level = heading.Level;
        var anchor = Unique(heading.GetAttributes().Id is { Length: > 0 } id ? id : "section");
        heading.GetAttributes().Id = anchor;
        if (_level == 2)
        {
            _sections.Add(new PageHeading(anchor, text));
        }
    }

    private string Unique(string anchor)
    {
        var unique = anchor;
        for (var count = 2; !_anchors.Add(unique); count++)
        {
            unique = $"{anchor}-{count}";
        }

        return unique;
    }
}
