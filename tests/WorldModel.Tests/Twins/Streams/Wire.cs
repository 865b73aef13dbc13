using System.Net;
using System.Net.Sockets;

namespace WorldModel.Tests.Twins.Streams;

/// <summary>A wire to a port that can be cut: what runs over it then stays silent, though no connection is closed.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<TcpClient> ends = [];
    private readonly Task carrying;
    private CancellationTokenSource cut = new();

    internal Wire(int port)
    {
        listener.Start();
        carrying = AcceptAsync(port);
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Silences the connections that there are; new ones work.</summary>
    internal void Cut() => Interlocked.Exchange(ref cut, new()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await carrying;
        ends.ForEach(end => end.Dispose());
    }

    private static async Task CarryAsync(TcpClient from, TcpClient to, CancellationToken end)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), end);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
        }
    }

    private async Task AcceptAsync(int port)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync(stop.Token);
                var far = new TcpClient();
                ends.AddRange([near, far]);
                await far.ConnectAsync(IPAddress.Loopback, port, stop.Token);
                var end = cut.Token;
                _ = CarryAsync(near, far, end);
                _ = CarryAsync(far, near, end);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
