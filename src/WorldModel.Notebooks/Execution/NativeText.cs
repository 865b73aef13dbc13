using System.Text;

namespace WorldModel.Notebooks.Execution;

/// <summary>What a process writes to a standard stream behind .NET's back, cut into cells at the host's marks.</summary>
internal sealed class NativeText : IDisposable
{
    private readonly SemaphoreSlim _marks = new(0);
    private readonly StringBuilder _text = new();
    private readonly string _marker;
    private readonly Task _reading;
    private string _pending = "";
    private bool _cut;

    public NativeText(TextReader reader, string marker)
    {
        _marker = marker;
        _reading = Task.Run(() => PumpAsync(reader));
    }

    /// <summary>The cell's text, once the host's mark has arrived; it is on its way when this is called.</summary>
    public async Task<string> TakeAsync(CancellationToken cancellation)
    {
        await _marks.WaitAsync(TimeSpan.FromSeconds(5), cancellation);
        return Take();
    }

    /// <summary>The last words of a process that has died.</summary>
    public async Task<string> TakeRestAsync()
    {
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(2)));
        Append(_pending);
        return Take();
    }

    public void Dispose() => _marks.Dispose();

    private string Take()
    {
        lock (_text)
        {
            var text = _text.ToString() + (_cut ? "\n… cut: native code printed more than is kept.\n" : "");
            _text.Clear();
            _cut = false;
            return text;
        }
    }

    private async Task PumpAsync(TextReader reader)
    {
        var buffer = new char[8192];
        while (await reader.ReadAsync(buffer) is var read and > 0)
        {
            _pending += new string(buffer, 0, read);
            for (var mark = FindMark(); mark >= 0; mark = FindMark())
            {
                Append(_pending[..mark]);
                _pending = _pending[(mark + _marker.Length)..];
                _marks.Release();
            }

            // The tail may be the beginning of a mark.
            var safe = Math.Max(0, _pending.Length - _marker.Length);
            Append(_pending[..safe]);
            _pending = _pending[safe..];
        }
    }

    private int FindMark() => _pending.IndexOf(_marker, StringComparison.Ordinal);

    private void Append(string text)
    {
        lock (_text)
        {
            var room = Math.Clamp(CellLimits.Text - _text.Length, 0, text.Length);
            _text.Append(text, 0, room);
            _cut |= room < text.Length;
        }
    }
}
