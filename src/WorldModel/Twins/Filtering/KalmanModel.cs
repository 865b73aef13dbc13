namespace WorldModel.Twins;

/// <summary>Engine, sensor and noise, and how distributions pass through them.</summary>
internal sealed record KalmanModel(IDynamics Engine, SensorModel Sensor, KalmanNoise Noise)
{
    internal required IPassage Step { get; init; }

    internal required IPassage Read { get; init; }

    /// <exception cref="ArgumentException">The noise has another size than engine or sensor.</exception>
    internal static KalmanModel Of(IDynamics engine, KalmanNoise noise, SensorModel? sensor, Func<RowFunction, int, IPassage> pass)
    {
        sensor ??= SensorModel.Of(engine.State);
        Require(noise.ProcessRoot, engine.State, "process");
        Require(noise.SensorRoot, sensor.Readings, "sensor");
        return new(engine, sensor, noise)
        {
            Step = pass(RowFunction.Of(engine), engine.Action.Size),
            Read = sensor.PicksChannels ? AffinePassage.Of(RowFunction.Of(sensor), engine.State.Size, 0) : pass(RowFunction.Of(sensor), 0),
        };
    }

    private static void Require(Matrix noise, Space channels, string what)
    {
        if (noise.Rows != channels.Size)
        {
            throw new ArgumentException($"{what} noise needs a standard deviation for each of: {channels}; it has {noise.Rows}");
        }
    }
}
