using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace WorldModel.Notebooks.Rendering.Prose;

/// <summary>
/// Keeps a page's headings in order: one of the first level, no level left out, every anchor once, though each cell was
/// written by itself.
/// </summary>
internal sealed partial class PageHeadings
{
    // What the page around the prose calls its own places; cells are called cell-1, cell-2, ….
    private readonly HashSet<string> _anchors = ["content", "sections"];
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
        var wanted = CellAnchor().IsMatch(anchor) ? $"the-{anchor}" : anchor;
        var unique = wanted;
        for (var count = 2; !_anchors.Add(unique); count++)
        {
            unique = $"{wanted}-{count}";
        }

        return unique;
    }

    [GeneratedRegex("^cell(-[0-9]+)?$")]
    private static partial Regex CellAnchor();
}
