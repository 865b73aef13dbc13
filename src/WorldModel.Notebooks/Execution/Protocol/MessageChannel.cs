using System.Text;
using System.Text.Json;

namespace WorldModel.Notebooks.Execution.Protocol;

/// <summary>
/// Lines of JSON over a pipe of their own: a cell owns its standard output, and so do native libraries.
/// </summary>
internal sealed class MessageChannel(Stream stream) : IDisposable
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);
    private readonly StreamReader _reader = new(stream, Plain, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
    private readonly Lock _writing = new();

    /// <summary>Sends from any thread, whole messages only.</summary>
    public void Send(Message message)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\n");
        lock (_writing)
        {
            stream.Write(line);
            stream.Flush();
        }
    }

    /// <summary>The next message, or null when the other side has gone.</summary>
    public async Task<Message?> ReceiveAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await _reader.ReadLineAsync(cancellation) is { } line ? JsonSerializer.Deserialize<Message>(line) : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // A process that dies in mid-sentence leaves half a line.
            return null;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        stream.Dispose();
    }
}
