using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

/// <summary>A real broker, real clients, on loopback.</summary>
public sealed class MqttStreamTests : IDisposable
{
    private const string Topic = "orchard/readings";
    private static readonly MqttOptions Eager = new() { FirstPause = 0.01, LongestPause = 0.1, NeedsListener = true };

    private readonly TestLimit limit = new();

    private CancellationToken Limit => limit.Token;

    public void Dispose() => limit.Dispose();

    [Fact]
    public async Task Ten_thousand_readings_out_of_order_make_the_twin_that_is_built_without_a_network()
    {
        var stream = Stream(9999);
        Assert.Equal(10_000, stream.Count);
        await using var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        var twin = new Twin(ReadingSamples.Survey);
        var driving = DriveAsync(feed, twin, stream.Count);
        await publisher.PublishAsync(stream, Limit);
        await driving;
        AssertSame(new Twin(ReadingSamples.Survey).Replay(stream), twin);
        Assert.InRange(twin.Report[Verdict.Late], 1000, 9000);
    }

    [Fact]
    public async Task A_broker_that_restarts_in_mid_stream_costs_nothing_that_it_had_not_acknowledged()
    {
        var stream = Stream(1999);
        var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, Topic, Eager, Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, Eager, Limit);
        var twin = new Twin(ReadingSamples.Survey);
        var driving = DriveAsync(feed, twin, stream.Count);
        await publisher.PublishAsync(stream.Take(1000), Limit);
        await UntilAsync(() => twin.Count == 1000);

        await broker.DisposeAsync();
        var publishing = publisher.PublishAsync(stream.Skip(1000), Limit);
        await using var again = await MqttBroker.StartAsync(broker.Port);
        await publishing;
        await driving;
        AssertSame(new Twin(ReadingSamples.Survey).Replay(stream), twin);
        Assert.True(feed.Reconnections > 0 && publisher.Reconnections > 0);
        Assert.Equal(twin.Report[Verdict.Duplicate], twin.Refused);
    }

    [Fact]
    public async Task Whatever_bytes_arrive_are_counted_and_readings_still_get_through()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, "#", cancellationToken: Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        await Gen.Byte.Array[0, 200].Array[0, 20].SampleAsync(
            async payloads =>
            {
                var twin = new Twin(ReadingSamples.Survey);
                foreach (var payload in payloads)
                {
                    await publisher.PublishBytesAsync(payload, Limit);
                }

                await publisher.PublishAsync([new(1, "apple", default)], Limit);
                await feed.DriveAsync(twin, payloads.Length + 1, Limit);
                Assert.Equal((payloads.Length, 1), (twin.Report[Verdict.Malformed], twin.Count));
            },
            iter: 20,
            threads: 1);
    }

    [Fact]
    public async Task A_text_that_is_no_reading_is_quoted_in_the_report()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, "orchard/+", cancellationToken: Limit);
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        await publisher.PublishTextAsync("""{"time":1,"placement":"apple"}""", Limit);
        var twin = new Twin(ReadingSamples.Survey);
        Assert.Equal(1, await feed.DriveAsync(twin, 1, Limit));
        Assert.Contains("position", twin.Report.First(Verdict.Malformed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_may_wait_for_somebody_who_listens()
    {
        await using var broker = await MqttBroker.StartAsync();
        await using var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, Eager, Limit);
        var publishing = publisher.PublishAsync([new(1, "apple", default)], Limit);
        await using var feed = await MqttFeed.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        await publishing;
        var twin = new Twin(ReadingSamples.Survey);
        await feed.DriveAsync(twin, 1, Limit);
        Assert.Equal(1, twin.Count);
    }

    [Fact]
    public async Task A_closed_feed_ends_the_drive_and_a_closed_publisher_says_so()
    {
        await using var broker = await MqttBroker.StartAsync();
        var feed = await MqttFeed.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        var driving = feed.DriveAsync(new(ReadingSamples.Survey), cancellationToken: Limit);
        await feed.DisposeAsync();
        await feed.DisposeAsync();
        Assert.Equal(0, await driving);

        var publisher = await MqttPublisher.ConnectAsync(broker.Url, Topic, cancellationToken: Limit);
        await publisher.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => publisher.PublishTextAsync("late", Limit));
        await broker.DisposeAsync();
        await broker.DisposeAsync();
    }

    private static IReadOnlyList<Reading> Stream(int steps) => new SensorStream { Rate = 100, Noise = 0.1, Latency = 0.1, Jitter = 0.1 }
        .Observe(time => new((float)time, (float)Math.Sin(time), 0), "apple", steps / 100.0, seed: 1);

    // A reading may come twice, so what is counted is what the twin holds.
    private async Task DriveAsync(MqttFeed feed, Twin twin, int readings)
    {
        while (twin.Count < readings)
        {
            await feed.DriveAsync(twin, 1, Limit);
        }
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Limit);
        }
    }

    private static void AssertSame(Twin expected, Twin found)
    {
        Assert.Equal(expected.History("apple"), found.History("apple"));
        Assert.Equal(expected.Now.Placements, found.Now.Placements);
        Assert.Equal((expected.Count, expected.Time), (found.Count, found.Time));
    }
}
