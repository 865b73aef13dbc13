using System.Text;

namespace WorldModel.Notebooks.Conversion.Code;

/// <summary>A program as it is written, block by block, remembering which cell each line came from.</summary>
internal sealed class ProgramText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Line, int Cell)> _starts = [];
    private int _lines;

    public void Add(string block, int cell = 0)
    {
        if (block.Length == 0)
        {
            return;
        }

        _starts.Add((_lines, cell));
        var lines = block.ReplaceLineEndings("\n");
        _text.Append(lines).Append("\n\n");
        _lines += lines.Count(letter => letter == '\n') + 2;
    }

    /// <summary>The cell that a line (from 0) came from; 0: none.</summary>
    public int CellAt(int line) => _starts.LastOrDefault(start => start.Line <= line).Cell;

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";
}
