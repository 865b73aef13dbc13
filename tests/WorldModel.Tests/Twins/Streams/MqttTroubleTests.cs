using System.Net;
using System.Net.Sockets;
using MQTTnet.Protocol;
using MQTTnet.Server;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

public sealed class MqttTroubleTests : IDisposable
{
    // Whoever shall answer has as long as a busy machine may take; only who shall stay silent is given up early.
    private static readonly MqttOptions Hasty = new() { Timeout = 30, Patience = 0.3, FirstPause = 0.01, LongestPause = 0.05, KeepAlive = 1 };
    private static readonly MqttOptions Brief = Hasty with { Timeout = 0.3 };

    private readonly TestLimit limit = new();

    private CancellationToken Limit => limit.Token;

    public void Dispose() => limit.Dispose();

    [Fact]
    public async Task Where_nothing_listens_the_error_says_so()
    {
        var port = await FreePortAsync();
        await AssertUnreachableAsync($"mqtt://127.0.0.1:{port}", $"mqtt://127.0.0.1:{port}", "nothing listens there", "MqttBroker.StartAsync()");
    }

    [Fact]
    public async Task A_connection_that_nobody_answers_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var accepting = listener.AcceptTcpClientAsync(Limit);
        await AssertUnreachableAsync(Brief, $"mqtt://127.0.0.1:{port}", $"mqtt://127.0.0.1:{port}", "no answer within 0.3 s", "mqtts://");
        using var accepted = await accepting;
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("\u0020\u0003\u0000\u0000")]
    [InlineData("")]
    public async Task A_server_that_speaks_something_else_is_no_broker(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talking = Task.Run(() => TalkAsync(listener, answer), Limit);
        await AssertUnreachableAsync(Brief, $"mqtt://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", "cannot be reached");
        listener.Stop();
        await talking;
    }

    [Fact]
    public async Task An_encrypted_connection_to_a_plain_broker_fails_clearly()
    {
        await using var broker = await MqttBroker.StartAsync();
        await AssertUnreachableAsync(Brief, $"mqtts://127.0.0.1:{broker.Port}", $"mqtts://127.0.0.1:{broker.Port}", "cannot be reached");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named() =>
        await AssertUnreachableAsync(Brief, "mqtt://nowhere.invalid", "mqtt://nowhere.invalid:1883", "cannot be reached");

    [Fact]
    public async Task A_broker_that_asks_for_a_name_gets_the_one_of_the_address()
    {
        var factory = new MqttServerFactory();
        var options = factory.CreateServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointPort(0).WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).Build();
        using var server = factory.CreateMqttServer(options);
        server.ValidatingConnectionAsync += e =>
        {
            e.ReasonCode = (e.UserName, e.Password) == ("ann", "p:q") ? MqttConnectReasonCode.Success : MqttConnectReasonCode.BadUserNameOrPassword;
            return Task.CompletedTask;
        };
        await server.StartAsync();
        var host = $"127.0.0.1:{options.DefaultEndpointOptions.Port}";
        await using var welcome = await MqttPublisher.ConnectAsync($"mqtt://ann:p%3Aq@{host}", "a", cancellationToken: Limit);
        await AssertUnreachableAsync($"mqtt://{host}", $"mqtt://{host} refused", "user:password@");
        await AssertUnreachableAsync($"mqtt://ann:wrong@{host}", $"mqtt://ann@{host} refused", "check the name 'ann' and its password");
        await server.StopAsync(new());
    }

    [Fact]
    public async Task A_broker_that_never_comes_back_ends_feed_and_publisher()
    {
        var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, "a", Hasty, Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, "a", Hasty, Limit);
        await broker.DisposeAsync();
        var lost = await Assert.ThrowsAsync<MqttUnreachableException>(() => feed.DriveAsync(new(ReadingSamples.Survey), cancellationToken: Limit));
        Assert.Contains("gave up after 0.3 s", lost.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MqttUnreachableException>(() => publisher.PublishAsync(Enumerable.Range(0, 100).Select(i => new Reading(i, "apple", default)), Limit));
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_noticed_and_replaced()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var wire = new Wire(broker.Port);
        var patient = Hasty with { Timeout = 2, Patience = 60 };
        await using var feed = await MqttFeed.ConnectAsync($"mqtt://127.0.0.1:{wire.Port}", "a", patient, Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, "a", patient with { NeedsListener = true }, Limit);
        wire.Cut(); // without a word to either side
        while (feed.Reconnections == 0)
        {
            await Task.Delay(10, Limit);
        }

        var twin = new Twin(ReadingSamples.Survey);
        await publisher.PublishAsync([new(1, "apple", default)], Limit);
        await feed.DriveAsync(twin, 1, Limit);
        Assert.Equal(1, twin.Count);
    }

    [Fact]
    public async Task Nobody_who_listens_ends_a_publisher_that_needs_one()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, "a", Hasty with { NeedsListener = true }, Limit);
        var alone = await Assert.ThrowsAsync<MqttUnreachableException>(() => publisher.PublishTextAsync("heard?", Limit));
        Assert.Contains("nobody has subscribed", alone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_can_be_ended()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, "a", cancellationToken: Limit);
        using var end = new CancellationTokenSource();
        var driving = feed.DriveAsync(new(ReadingSamples.Survey), cancellationToken: end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driving);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MqttFeed.ConnectAsync(broker.Url, "a", cancellationToken: end.Token));
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var broker = await MqttBroker.StartAsync();
        Assert.Contains($"port {broker.Port}", (await Assert.ThrowsAsync<IOException>(() => MqttBroker.StartAsync(broker.Port))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_topic_or_no_time_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => MqttFeed.ConnectAsync("mqtt://localhost", " ", cancellationToken: Limit));
        Assert.Contains("'a/#'", (await Assert.ThrowsAsync<ArgumentException>(() => MqttPublisher.ConnectAsync("mqtt://localhost", "a/#", cancellationToken: Limit))).Message, StringComparison.Ordinal);
        Assert.Contains("Patience = 0", (await Assert.ThrowsAsync<ArgumentException>(() => MqttPublisher.ConnectAsync("mqtt://localhost", "a", new() { Patience = 0 }, Limit))).Message, StringComparison.Ordinal);
    }

    private Task AssertUnreachableAsync(string url, params string[] expected) => AssertUnreachableAsync(Hasty, url, expected);

    private async Task AssertUnreachableAsync(MqttOptions options, string url, params string[] expected)
    {
        var feed = await Assert.ThrowsAsync<MqttUnreachableException>(() => MqttFeed.ConnectAsync(url, "a", options, Limit));
        var publisher = await Assert.ThrowsAsync<MqttUnreachableException>(() => MqttPublisher.ConnectAsync(url, "a", options, Limit));
        Assert.All(expected, words => Assert.All([feed, publisher], e => Assert.Contains(words, e.Message, StringComparison.Ordinal)));
    }

    private async Task TalkAsync(TcpListener listener, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Limit);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), Limit);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException or OperationCanceledException)
        {
        }
    }

    private static async Task<int> FreePortAsync()
    {
        await using var broker = await MqttBroker.StartAsync();
        return broker.Port;
    }
}
