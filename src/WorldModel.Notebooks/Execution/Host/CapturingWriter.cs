using System.Text;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>Stands in for the console: what a cell prints becomes messages, a line or so at a time.</summary>
internal sealed class CapturingWriter : TextWriter
{
    // Small writes are gathered; a crash loses at most one unfinished line.
    private const int Gather = 4096;
    private readonly StringBuilder _line = new();
    private readonly CellSession _session;
    private readonly string _stream;

    public CapturingWriter(CellSession session, string stream)
    {
        _session = session;
        _stream = stream;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_line)
        {
            _line.Append(buffer);
            if (_line.Length >= Gather || buffer.Contains('\n'))
            {
                Flush();
            }
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        lock (_line)
        {
            if (_line.Length > 0)
            {
                _session.Print(_stream, _line.ToString());
                _line.Clear();
            }
        }
    }
}
