using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>Takes what the running cell prints and shows, within the limits, to the runner.</summary>
internal sealed class CellSession(MessageChannel channel)
{
    private readonly Lock _counting = new();
    private long _printed;
    private long _shown;

    /// <summary>Where <c>x.Display()</c> goes; a host process runs one notebook, so one session.</summary>
    public static CellSession? Current { get; set; }

    public void Begin()
    {
        lock (_counting)
        {
            (_printed, _shown) = (0, 0);
        }
    }

    public void Print(string stream, ReadOnlySpan<char> text)
    {
        int room;
        lock (_counting)
        {
            room = (int)Math.Clamp(CellLimits.Text - _printed, 0, text.Length);
            _printed += text.Length;
        }

        if (room > 0)
        {
            channel.Send(new Printed(stream, text[..room].ToString()));
        }
    }

    public void Show(Dictionary<string, string> data, bool isResult)
    {
        var size = data.Values.Sum(text => (long)text.Length);
        lock (_counting)
        {
            _shown += size;
            if (_shown > CellLimits.Data)
            {
                data = new() { ["text/plain"] = $"… a displayed value of {size:N0} characters is left out: a cell may show {CellLimits.Data:N0}. Show fewer points, or in more cells." };
            }
        }

        channel.Send(new Shown(data, isResult));
    }

    public void Note(string text) => channel.Send(new Noted(text));

    public void Fail(Failed failure) => channel.Send(failure);

    public void End()
    {
        if (_printed > CellLimits.Text)
        {
            channel.Send(new Printed("stdout", $"\n… cut: the cell printed {_printed:N0} characters; the first {CellLimits.Text:N0} are kept.\n"));
        }
    }
}
