namespace WorldModel.Notebooks.Execution.Host;

/// <summary>A place in a cell, printed with the line itself and a mark below the column.</summary>
internal sealed record SourcePlace(string Cell, int Line, int Column, string Text)
{
    public override string ToString() => $"{Cell} line {Line}, column {Column}";

    public IEnumerable<string> Quote(int indent = 4)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var margin = new string(' ', indent);
            yield return margin + Text;
            var before = Text[..Math.Clamp(Column - 1, 0, Text.Length)];
            yield return margin + string.Concat(before.Select(letter => letter == '\t' ? '\t' : ' ')) + "^";
        }
    }
}
