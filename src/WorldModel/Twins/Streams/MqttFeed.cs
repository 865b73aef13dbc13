using System.Buffers;
using MQTTnet;
using MQTTnet.Protocol;
using Queue = System.Threading.Channels.Channel;

namespace WorldModel.Twins;

/// <summary>
/// Readings that arrive over MQTT, at least once each. While the connection is broken it is tried again, with growing
/// pauses, and a broker that keeps sessions keeps what arrives meanwhile.
/// </summary>
public sealed class MqttFeed : IAsyncDisposable
{
    private const int Waiting = 100_000; // then the broker has to wait
    private const uint Hour = 3600;

    private readonly System.Threading.Channels.Channel<byte[]> arrived = Queue.CreateBounded<byte[]>(Waiting);
    private MqttLink? link;

    private MqttFeed()
    {
    }

    /// <summary>How often the connection broke and came back.</summary>
    public int Reconnections => link!.Reconnections;

    /// <summary>Connects to a broker and subscribes to a topic.</summary>
    /// <param name="url">The broker: <c>mqtt://host:1883</c>, <c>mqtts://user:password@host:8883</c>, …</param>
    /// <param name="topic">A topic, or several by the wildcards + and #.</param>
    /// <param name="options">How patient it is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ArgumentException">This is no address of a broker, or no topic.</exception>
    /// <exception cref="MqttUnreachableException">The broker cannot be reached; the message says why and what to do.</exception>
    public static async Task<MqttFeed> ConnectAsync(string url, string topic, MqttOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (address, patience) = (MqttAddress.Parse(url), (options ?? new()).Checked());
        if (string.IsNullOrWhiteSpace(topic))
        {
            throw new ArgumentException("a feed needs a topic, such as orchard/readings or orchard/#", nameof(topic));
        }

        var feed = new MqttFeed();
        feed.link = await MqttLink.OpenAsync(address, patience, feed.Role(topic), cancellationToken);
        return feed;
    }

    /// <summary>Hands every message that arrives to a twin, until so many have been handed over, or for as long as there is a feed.</summary>
    /// <param name="twin">The twin to keep in step; it counts what is no reading.</param>
    /// <param name="messages">After how many to return; null for never.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many messages were handed over.</returns>
    /// <exception cref="MqttUnreachableException">The connection broke and did not come back.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<int> DriveAsync(Twin twin, int? messages = null, CancellationToken cancellationToken = default)
    {
        var count = 0;
        while (count != messages && await arrived.Reader.WaitToReadAsync(cancellationToken))
        {
            while (count != messages && arrived.Reader.TryRead(out var payload))
            {
                twin.Receive(payload);
                count++;
            }
        }

        return count;
    }

    /// <summary>Unsubscribes, and lets the broker forget this feed.</summary>
    public ValueTask DisposeAsync() => link!.DisposeAsync();

    private MqttRole Role(string topic) => new($"worldmodel-feed-{Guid.NewGuid():n}", Hour)
    {
        Greet = async (client, cancellation) =>
        {
            var answer = await client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce, cancellation);
            if (answer.Items.FirstOrDefault(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2) is { } refused)
            {
                throw new InvalidOperationException($"it does not let this client hear '{topic}' ({refused.ResultCode})");
            }
        },
        Receive = async (e, cancellation) => await arrived.Writer.WriteAsync(e.ApplicationMessage.Payload.ToArray(), cancellation),
        Fail = e => arrived.Writer.TryComplete(e is ObjectDisposedException ? null : e),
    };
}
