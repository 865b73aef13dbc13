using MQTTnet;
using MQTTnet.Formatter;

namespace WorldModel.Twins;

/// <summary>A connection to a broker that comes back by itself, with growing pauses, until patience ends.</summary>
internal sealed class MqttLink : IAsyncDisposable
{
    private readonly IMqttClient client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim lost = new(0);
    private readonly MqttAddress address;
    private readonly MqttOptions options;
    private readonly MqttRole role;
    private readonly Lock gate = new();
    private volatile TaskCompletionSource<IMqttClient> ready = NotYet();
    private Task upkeep = Task.CompletedTask;
    private int reconnections;
    private bool hasEnded;

    private MqttLink(MqttAddress address, MqttOptions options, MqttRole role)
    {
        (this.address, this.options, this.role) = (address, options, role);
        client.ApplicationMessageReceivedAsync += e => role.Receive(e, stop.Token);
        client.DisconnectedAsync += e =>
        {
            if (e.ClientWasConnected)
            {
                Renew();
                lost.Release();
            }

            return Task.CompletedTask;
        };
    }

    internal int Reconnections => reconnections;

    internal MqttAddress Address => address;

    /// <exception cref="MqttUnreachableException">The broker did not take the connection.</exception>
    internal static async Task<MqttLink> OpenAsync(MqttAddress address, MqttOptions options, MqttRole role, CancellationToken cancellation)
    {
        var link = new MqttLink(address, options, role);
        try
        {
            await link.ConnectAsync(cancellation);
            link.ready.TrySetResult(link.client);
            link.upkeep = link.KeepAsync();
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    /// <summary>The client, as soon as it is connected. It may break at any moment: whoever uses it tries again.</summary>
    /// <exception cref="MqttUnreachableException">Patience has ended.</exception>
    /// <exception cref="ObjectDisposedException">The link was closed.</exception>
    internal Task<IMqttClient> ReadyAsync(CancellationToken cancellation) => ready.Task.WaitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        await stop.CancelAsync();
        await upkeep;
        await CloseAsync();
        Fail(new ObjectDisposedException(nameof(MqttLink), $"the connection to {address} was closed"));
        client.Dispose();
    }

    private static TaskCompletionSource<IMqttClient> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task KeepAsync()
    {
        try
        {
            while (true)
            {
                await lost.WaitAsync(stop.Token);
                if (!client.IsConnected)
                {
                    await ReconnectAsync();
                }

                ready.TrySetResult(client);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (MqttUnreachableException e)
        {
            Fail(e);
        }
    }

    private async Task ReconnectAsync()
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        for (var attempt = 0; ; attempt++)
        {
            await Task.Delay(options.Pause(attempt), stop.Token);
            try
            {
                await ConnectAsync(stop.Token);
                Interlocked.Increment(ref reconnections);
                return;
            }
            catch (MqttUnreachableException e) when (since.Elapsed.TotalSeconds > options.Patience)
            {
                throw MqttProblem.GaveUp(options, e);
            }
            catch (MqttUnreachableException)
            {
                // The next attempt follows.
            }
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Timeout));
        try
        {
            var answer = await client.ConnectAsync(ClientOptions(), limit.Token).WaitAsync(limit.Token);
            if (answer.ResultCode != MqttClientConnectResultCode.Success)
            {
                throw MqttProblem.Refused(address, answer.ResultCode);
            }

            await role.Greet(client, limit.Token);
        }
        catch (Exception e) when (e is not MqttUnreachableException && !cancellation.IsCancellationRequested)
        {
            await CloseAsync();
            throw MqttProblem.Unreachable(address, options, e);
        }
    }

    private MqttClientOptions ClientOptions()
    {
        var builder = new MqttClientOptionsBuilder().WithTcpServer(address.Host, address.Port).WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(role.ClientId).WithCleanStart(role.KeepsSessionFor == 0).WithSessionExpiryInterval(role.KeepsSessionFor)
            .WithTimeout(TimeSpan.FromSeconds(options.Timeout)).WithKeepAlivePeriod(TimeSpan.FromSeconds(Math.Ceiling(options.KeepAlive)))
            .WithTlsOptions(tls => tls.UseTls(address.IsEncrypted));
        return (address.User is { } user ? builder.WithCredentials(user, address.Password ?? "") : builder).Build();
    }

    // A connection that breaks is announced late, by another thread: never after the end.
    private void Renew()
    {
        lock (gate)
        {
            ready = hasEnded ? ready : NotYet();
        }
    }

    private void Fail(Exception e)
    {
        lock (gate)
        {
            var waiting = ready;
            (hasEnded, ready) = (true, NotYet());
            _ = ready.Task.ContinueWith(task => task.Exception, TaskScheduler.Default); // seen, even if nobody waits
            ready.SetException(e);
            waiting.TrySetException(e);
        }

        role.Fail(e);
    }

    private async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Timeout));
        try
        {
            await client.DisconnectAsync(new MqttClientDisconnectOptions { SessionExpiryInterval = 0 }, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e) when (e is MQTTnet.Exceptions.MqttCommunicationException or OperationCanceledException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            // It was no connection any more.
        }
    }
}
