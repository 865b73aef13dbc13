namespace WorldModel.Twins;

/// <summary>An MQTT broker that cannot be reached, or no longer. The message says which, why, and what to do.</summary>
public sealed class MqttUnreachableException : Exception
{
    /// <inheritdoc />
    public MqttUnreachableException()
    {
    }

    /// <inheritdoc />
    public MqttUnreachableException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public MqttUnreachableException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
