using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>What <c>--filter</c> asks for: only the notebooks with a tag, or all of them without its cells.</summary>
internal sealed record CellFilter(string Tag, bool LeavesOut)
{
    // These mean something to the runner whether or not a notebook holds them today.
    private static readonly string[] OwnTags = [CellTags.Slow, CellTags.RaisesException];

    /// <summary>Null when <paramref name="text"/> names no tag.</summary>
    public static CellFilter? Parse(string text)
    {
        var leavesOut = text.StartsWith('!');
        var tag = (leavesOut ? text[1..] : text).Trim();
        return tag.Length > 0 ? new CellFilter(tag, leavesOut) : null;
    }

    public bool Keeps(Notebook notebook) => LeavesOut || Holds(notebook);

    /// <summary>Numbers of the code cells that are not to be run.</summary>
    public IReadOnlyList<int> LeftOutOf(Notebook notebook) =>
        LeavesOut ? [.. notebook.Cells.Where(cell => cell.HasCode && cell.Tags.Contains(Tag)).Select(cell => cell.Number)] : [];

    /// <summary>Why this filter cannot be meant, with the tags there are; or null.</summary>
    public string? Refusal(IReadOnlyList<Notebook> notebooks)
    {
        if (notebooks.Count == 0 || notebooks.Any(Holds) || (LeavesOut && OwnTags.Contains(Tag)))
        {
            return null;
        }

        var tags = notebooks.SelectMany(notebook => notebook.Cells).SelectMany(cell => cell.Tags).Distinct().Order(StringComparer.Ordinal).ToArray();
        return $"--filter {(LeavesOut ? "!" : "")}{Tag}: no cell has that tag. {(tags.Length == 0 ? "There are no tags in these notebooks." : $"There are: {string.Join(", ", tags)}.")}";
    }

    private bool Holds(Notebook notebook) => notebook.Cells.Any(cell => cell.Tags.Contains(Tag));
}
