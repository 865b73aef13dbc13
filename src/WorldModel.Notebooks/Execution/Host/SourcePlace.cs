namespace WorldModel.Notebooks.Execution.Host;

/// <summary>A place in a cell, printed with the line itself and a mark below the column.</summary>
internal sealed record SourcePlace(string Cell, int Line, int Column, string Text)
{
    public override string ToString() => $"{Cell} line {Line}, column {Column}";

    public IEnumerable<string> Quote()
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            yield return "    " + Text;
            var before = Text[..Math.Clamp(Column - 1, 0, Text.Length)];
            yield return "    " + string.Concat(before.Select(letter => letter == '\t' ? '\t' : ' ')) + "^";
        }
    }
}
