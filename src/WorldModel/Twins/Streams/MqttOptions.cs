namespace WorldModel.Twins;

/// <summary>How patient a client of an MQTT broker is. Times in s.</summary>
public sealed record MqttOptions
{
    /// <summary>Longest wait [s] for an answer of the broker, before the connection counts as broken.</summary>
    public double Timeout { get; init; } = 10;

    /// <summary>Time [s] without traffic after which the client asks whether the broker still lives.</summary>
    public double KeepAlive { get; init; } = 10;

    /// <summary>Pause [s] before the first new attempt to connect; each one after doubles it.</summary>
    public double FirstPause { get; init; } = 0.1;

    /// <summary>Longest pause [s] between two attempts.</summary>
    public double LongestPause { get; init; } = 5;

    /// <summary>Time [s] without a connection, or for one reading without a listener, after which the client gives up.</summary>
    public double Patience { get; init; } = 60;

    /// <summary>Whether a publisher keeps offering a reading until somebody has subscribed to its topic; else nobody may hear it.</summary>
    public bool NeedsListener { get; init; }

    internal MqttOptions Checked() => new[] { Timeout, KeepAlive, FirstPause, LongestPause, Patience }.All(time => time is > 0 and < 1e6)
        ? this
        : throw new ArgumentException($"all times of MQTT options must be above 0 s and below 10^6 s; they are {this}");

    /// <summary>The pause [s] before attempt number <paramref name="attempt"/> [from 0], spread so that clients do not return all at once.</summary>
    internal TimeSpan Pause(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(FirstPause * Math.Pow(2, Math.Min(attempt, 30)), LongestPause) * (0.5 + 0.5 * Random.Shared.NextDouble()));
}
