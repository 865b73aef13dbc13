namespace WorldModel.Learning;

/// <summary>How to calibrate.</summary>
/// <param name="Noise">Standard deviation of each channel's readings [S], in the channel's unit; estimated from what the twin leaves unexplained when not given.</param>
/// <param name="Starts">Searches that begin at different places within the bounds, all at once.</param>
/// <param name="Epochs">Epochs of Adam before the polish; 0 leaves all to it.</param>
/// <param name="LearningRate">First rate of Adam, in units of the unbounded coordinate.</param>
/// <param name="Seed">Seed of the places where searches begin.</param>
public sealed record CalibrationOptions(double[]? Noise = null, int Starts = 8, int Epochs = 8, double LearningRate = 0.5, int Seed = 1)
{
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    internal void Validate(Space state)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Starts);
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        if (Noise is not null && (Noise.Length != state.Size || Noise.Any(deviation => !(double.IsFinite(deviation) && deviation > 0))))
        {
            throw new ArgumentException($"noise needs one standard deviation above 0 for each of: {state}; it is [{string.Join(", ", Noise)}]");
        }
    }
}
