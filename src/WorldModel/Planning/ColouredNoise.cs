namespace WorldModel.Planning;

/// <summary>
/// Gaussian noise in time whose power falls as 1/frequency^β, of variance 1 at every step: sines and cosines with random
/// weights (Timmer and König, On generating power law noise, Astronomy and Astrophysics 300, 1995).
/// </summary>
internal sealed class ColouredNoise
{
    private readonly Tensor waves; // [2F, T]

    private ColouredNoise(Tensor waves) => this.waves = waves;

    /// <summary>Noise over a number of steps.</summary>
    internal static ColouredNoise Of(double colour, int steps, Tensor like)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(colour);
        var frequencies = (steps / 2) + 1;
        // The constant has no frequency of its own; it is as strong as the slowest wave.
        double[] strengths = [.. Enumerable.Range(0, frequencies).Select(k => Math.Pow(Math.Max(1, k), -colour / 2))];
        var length = Math.Sqrt(strengths.Sum(strength => strength * strength));
        var waves = new float[2 * frequencies * steps];
        for (var k = 0; k < frequencies; k++)
        {
            for (var t = 0; t < steps; t++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * k * t / steps);
                waves[(2 * k * steps) + t] = (float)(strengths[k] / length * cosine);
                waves[(((2 * k) + 1) * steps) + t] = (float)(strengths[k] / length * sine);
            }
        }

        return new(tensor(waves, device: like.device).view(2 * frequencies, steps).to(like.dtype));
    }

    /// <summary>Noise [N, T, A].</summary>
    internal Tensor Draw(int count, int channels) =>
        randn([count, channels, waves.shape[0]], dtype: waves.dtype, device: waves.device).matmul(waves).transpose(1, 2);
}
