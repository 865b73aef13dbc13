using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Browser;

/// <summary>Commands and events of the Chrome DevTools protocol over one web socket.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _pending = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly ClientWebSocket _socket = new();
    private Task _receiving = Task.CompletedTask;
    private volatile bool _ended;
    private int _lastId;

    /// <summary>An event: session, method, parameters.</summary>
    public event Action<string, string, JsonObject>? Happened;

    public static async Task<DevToolsConnection> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var connection = new DevToolsConnection();
        connection._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await connection._socket.ConnectAsync(address, cancellation);
        connection._receiving = connection.ReceiveAsync();
        return connection;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refused it, or has gone.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref _lastId);
        var reply = _pending[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        if (_ended)
        {
            // Whoever waited was told when the connection ended; this command may have come too late for that.
            throw Closed();
        }

        await SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancellation);
        return await reply.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await ReceiveOneAsync() is { } message)
            {
                Dispatch(message);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Closed by us or by the browser's end: whoever still waits is told below.
        }

        _ended = true;
        foreach (var waiting in _pending.Values)
        {
            waiting.TrySetException(Closed());
        }
    }

    private static InvalidOperationException Closed() => new("The browser has closed the connection.");

    private async Task<JsonObject?> ReceiveOneAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!.AsObject();
            }
        }
    }

    private void Dispatch(JsonObject message)
    {
        if (message["id"]?.GetValue<int>() is not { } id)
        {
            Happened?.Invoke((string?)message["sessionId"] ?? "", (string)message["method"]!, message["params"]?.AsObject() ?? []);
        }
        else if (_pending.TryRemove(id, out var reply))
        {
            if (message["error"] is { } error)
            {
                reply.TrySetException(new InvalidOperationException($"The browser refused: {error["message"]}"));
            }
            else
            {
                reply.TrySetResult(message["result"]?.AsObject() ?? []);
            }
        }
    }
}
