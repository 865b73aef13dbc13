using MQTTnet;

namespace WorldModel.Twins;

/// <summary>What a client does on its link.</summary>
/// <param name="ClientId">Its name at the broker.</param>
/// <param name="KeepsSessionFor">How long [s] the broker keeps its messages while the link is broken.</param>
internal sealed record MqttRole(string ClientId, uint KeepsSessionFor)
{
    /// <summary>Done on each new connection, before it counts as one.</summary>
    internal Func<IMqttClient, CancellationToken, Task> Greet { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Done with each message.</summary>
    internal Func<MqttApplicationMessageReceivedEventArgs, CancellationToken, Task> Receive { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Done once, when the link has ended for good.</summary>
    internal Action<Exception> Fail { get; init; } = _ => { };
}
