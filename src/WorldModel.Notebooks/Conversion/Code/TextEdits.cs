using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>Changes to a cell's text, applied to the whole of it or to a part; a removal swallows what lies inside of it.</summary>
internal sealed class TextEdits(string source)
{
    private readonly List<(TextSpan Span, string Text)> _edits = [];
    private readonly List<TextSpan> _removed = [];

    public void Replace(TextSpan span, string text) => _edits.Add((span, text));

    public void Insert(int position, string text) => _edits.Add((new TextSpan(position, 0), text));

    /// <summary>Takes a part out, and with it the rest of its line where nothing else stands there.</summary>
    public void Remove(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end < source.Length && source[end] is ' ' or '\t')
        {
            end++;
        }

        var lineStart = source.LastIndexOf('\n', Math.Max(start - 1, 0)) is var found && start > 0 ? found + 1 : 0;
        var isAlone = Enumerable.Range(lineStart, start - lineStart).All(at => source[at] is ' ' or '\t' || _removed.Any(part => part.Contains(at)));
        if (isAlone && end < source.Length && source[end] is '\r' or '\n')
        {
            end += source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? 2 : 1;
        }

        _removed.Add(TextSpan.FromBounds(start, end));
    }

    public string Rest() => Apply(new TextSpan(0, source.Length), _removed);

    public string Part(TextSpan span) => Apply(span, []);

    private string Apply(TextSpan whole, IReadOnlyList<TextSpan> removed)
    {
        var text = new StringBuilder();
        var at = whole.Start;
        var changes = _edits.Where(edit => whole.Contains(edit.Span) && !removed.Any(part => part.Contains(edit.Span.Start)))
            .Concat(removed.Select(part => (Span: part, Text: "")))
            .OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length);
        foreach (var (span, replacement) in changes.Where(change => change.Span.Start >= whole.Start))
        {
            text.Append(source, at, Math.Max(span.Start - at, 0)).Append(replacement);
            at = Math.Max(at, span.End);
        }

        return text.Append(source, at, whole.End - at).ToString();
    }
}
