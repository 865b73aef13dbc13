using System.Text;
using WorldModel.Notebooks.Execution.Protocol;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>Gathers a cell's outputs in order; texts of one stream that follow each other are one output.</summary>
internal sealed class OutputCollector
{
    private readonly List<Output> _outputs = [];
    private readonly StringBuilder _text = new();
    private string _stream = "";

    public List<string> Notes { get; } = [];

    public void Take(Message message)
    {
        switch (message)
        {
            case Printed printed:
                Print(printed.Stream, printed.Text);
                break;
            case Shown shown:
                Add(new DataOutput(shown.Data, shown.IsResult));
                break;
            case Failed failed:
                Add(new ErrorOutput(failed.Name, failed.Value, failed.Traceback));
                break;
            case Noted noted:
                Notes.Add(noted.Text);
                break;
        }
    }

    public void Print(string stream, string text)
    {
        if (stream != _stream)
        {
            CloseStream();
        }

        _stream = stream;
        _text.Append(text);
    }

    public IReadOnlyList<Output> Close()
    {
        CloseStream();
        return _outputs;
    }

    private void Add(Output output)
    {
        CloseStream();
        _outputs.Add(output);
    }

    private void CloseStream()
    {
        if (_text.Length > 0)
        {
            _outputs.Add(new StreamOutput(_stream, _text.ToString()));
            _text.Clear();
        }
    }
}
