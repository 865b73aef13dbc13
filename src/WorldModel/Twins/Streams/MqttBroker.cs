using System.Net;
using System.Net.Sockets;
using MQTTnet.Server;

namespace WorldModel.Twins;

/// <summary>
/// A small MQTT broker inside of this process, on loopback only: for notebooks and tests. It keeps sessions while it runs
/// and drops no message; real places use a broker of their own, such as Mosquitto.
/// </summary>
public sealed class MqttBroker : IAsyncDisposable
{
    private readonly MqttServer server;

    private MqttBroker(MqttServer server, int port) => (this.server, Port) = (server, port);

    /// <summary>The port at which it listens.</summary>
    public int Port { get; }

    /// <summary>Where feeds and publishers find it.</summary>
    public string Url => $"mqtt://127.0.0.1:{Port}";

    /// <summary>Starts a broker.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MqttBroker> StartAsync(int port = 0)
    {
        var factory = new MqttServerFactory();
        var options = factory.CreateServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithPersistentSessions().WithMaxPendingMessagesPerClient(int.MaxValue).Build(); // by default it drops all beyond 250
        var server = factory.CreateMqttServer(options);
        try
        {
            await server.StartAsync();
            return new(server, options.DefaultEndpointOptions.Port);
        }
        catch (SocketException e)
        {
            server.Dispose();
            throw new IOException($"no MQTT broker can listen at port {port} of this machine: {e.Message}; take another port, or 0 for any free one", e);
        }
    }

    /// <summary>Disconnects everybody and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server.IsStarted)
        {
            await server.StopAsync(new());
            server.Dispose();
        }
    }
}
