namespace WorldModel.Twins;

/// <summary>How far a filter trusts its engine and its sensor: two covariances.</summary>
public sealed class KalmanNoise
{
    /// <summary>Noise that may be correlated between channels.</summary>
    /// <param name="process">Covariance [S, S] of what one step of the engine leaves out; a channel that it foretells exactly has 0.</param>
    /// <param name="sensor">Covariance [M, M] of a reading's error; positive definite.</param>
    /// <exception cref="ArgumentException">A matrix is not square, finite, symmetric, or not positive (semi-)definite; the message says which.</exception>
    public KalmanNoise(double[,] process, double[,] sensor)
    {
        ProcessRoot = CovarianceRoot.Of(process, process.GetLength(0), "the process noise");
        SensorRoot = CovarianceRoot.Of(sensor, sensor.GetLength(0), "the sensor noise", positive: true);
    }

    /// <summary>Covariance [S, S] of what one step of the engine leaves out.</summary>
    public double[,] Process => ProcessRoot.Square().ToArray();

    /// <summary>Covariance [M, M] of a reading's error.</summary>
    public double[,] Sensor => SensorRoot.Square().ToArray();

    internal Matrix ProcessRoot { get; }

    internal Matrix SensorRoot { get; }

    /// <summary>Noise that is independent between channels.</summary>
    /// <param name="process">Standard deviation that one step of the engine adds to each channel of the state [S], in its unit; at least 0.</param>
    /// <param name="sensor">Standard deviation of each channel that is read [M], in its unit; above 0. <see cref="Worlds.Sensor.Noise"/> fits.</param>
    /// <exception cref="ArgumentException">A deviation is negative or not finite, or one of the sensor is 0.</exception>
    public static KalmanNoise Of(double[] process, double[] sensor) =>
        new(KalmanRules.Squares(process, "the process noise"), KalmanRules.Squares(sensor, "the sensor noise"));
}
