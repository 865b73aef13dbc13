using System.Diagnostics;
using System.Text;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace WorldModel.Twins;

/// <summary>
/// A sensor's end of MQTT: publishes readings as JSON (<see cref="ReadingPayload"/>), at least once each. A reading that the
/// broker did not acknowledge, because the connection broke, is published again on the next one. What it had acknowledged
/// and not yet passed on when it died is lost with it, unless it stores messages.
/// </summary>
public sealed class MqttPublisher : IAsyncDisposable
{
    private const int AtOnce = 16; // brokers allow 20 and more unacknowledged messages

    private readonly SemaphoreSlim window = new(AtOnce);
    private readonly MqttLink link;
    private readonly string topic;
    private readonly MqttOptions options;

    private MqttPublisher(MqttLink link, string topic, MqttOptions options) => (this.link, this.topic, this.options) = (link, topic, options);

    /// <summary>How often the connection broke and came back.</summary>
    public int Reconnections => link.Reconnections;

    /// <summary>Connects to a broker.</summary>
    /// <param name="url">The broker: <c>mqtt://host:1883</c>, <c>mqtts://user:password@host:8883</c>, …</param>
    /// <param name="topic">Where to publish, without wildcards.</param>
    /// <param name="options">How patient it is, and whether somebody has to listen.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ArgumentException">This is no address of a broker, or no topic.</exception>
    /// <exception cref="MqttUnreachableException">The broker cannot be reached; the message says why and what to do.</exception>
    public static async Task<MqttPublisher> ConnectAsync(string url, string topic, MqttOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (address, patience) = (MqttAddress.Parse(url), (options ?? new()).Checked());
        if (string.IsNullOrWhiteSpace(topic) || topic.AsSpan().ContainsAny('+', '#'))
        {
            throw new ArgumentException($"a publisher needs one topic without wildcards, such as orchard/readings, not '{topic}'", nameof(topic));
        }

        var role = new MqttRole($"worldmodel-publisher-{Guid.NewGuid():n}", KeepsSessionFor: 0);
        return new(await MqttLink.OpenAsync(address, patience, role, cancellationToken), topic, patience);
    }

    /// <summary>Publishes readings in the given order; returns when the broker has acknowledged all of them.</summary>
    /// <exception cref="MqttUnreachableException">The connection broke and did not come back, or nobody listens who has to.</exception>
    /// <exception cref="InvalidOperationException">The broker does not take messages on this topic.</exception>
    /// <exception cref="ObjectDisposedException">The publisher was closed.</exception>
    public async Task PublishAsync(IEnumerable<Reading> readings, CancellationToken cancellationToken = default)
    {
        List<Task> open = [];
        foreach (var reading in readings)
        {
            await window.WaitAsync(cancellationToken);
            if (open.Exists(task => task.IsFaulted))
            {
                window.Release();
                break;
            }

            open.RemoveAll(task => task.IsCompletedSuccessfully);
            open.Add(DeliverInWindowAsync(ReadingPayload.Write(reading), cancellationToken));
        }

        await Task.WhenAll(open);
    }

    /// <summary>Publishes any text: what a broken sensor says.</summary>
    /// <inheritdoc cref="PublishAsync(IEnumerable{Reading}, CancellationToken)" />
    public Task PublishTextAsync(string text, CancellationToken cancellationToken = default) => PublishBytesAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Publishes any bytes: what a broken sensor says.</summary>
    /// <inheritdoc cref="PublishAsync(IEnumerable{Reading}, CancellationToken)" />
    public async Task PublishBytesAsync(byte[] payload, CancellationToken cancellationToken = default)
    {
        await window.WaitAsync(cancellationToken);
        await DeliverInWindowAsync(payload, cancellationToken);
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => link.DisposeAsync();

    private async Task DeliverInWindowAsync(byte[] payload, CancellationToken cancellation)
    {
        try
        {
            await DeliverAsync(new() { Topic = topic, PayloadSegment = payload, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }, cancellation);
        }
        finally
        {
            window.Release();
        }
    }

    private async Task DeliverAsync(MqttApplicationMessage message, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        for (var attempt = 0; !await TryDeliverAsync(message, cancellation); attempt++)
        {
            if (since.Elapsed.TotalSeconds > options.Patience)
            {
                throw new MqttUnreachableException($"the MQTT broker at {link.Address} did not pass on a message on '{topic}' within {options.Patience:g4} s{(options.NeedsListener ? ": nobody has subscribed to it" : "")}");
            }

            await Task.Delay(options.Pause(attempt), cancellation);
        }
    }

    private async Task<bool> TryDeliverAsync(MqttApplicationMessage message, CancellationToken cancellation)
    {
        var client = await link.ReadyAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Timeout));
        try
        {
            var answer = await client.PublishAsync(message, limit.Token);
            return answer.ReasonCode switch
            {
                MqttClientPublishReasonCode.NoMatchingSubscribers => !options.NeedsListener,
                _ when answer.IsSuccess => true,
                var code => throw new InvalidOperationException($"the MQTT broker at {link.Address} does not take messages on '{topic}' ({code})"),
            };
        }
        catch (Exception e) when (e is MqttCommunicationException or MqttClientNotConnectedException || (e is OperationCanceledException or ObjectDisposedException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
