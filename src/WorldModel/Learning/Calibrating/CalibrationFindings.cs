namespace WorldModel.Learning;

/// <summary>Where a calibration ended.</summary>
/// <param name="Point">The best point [1, …].</param>
/// <param name="Best">Its values [P].</param>
/// <param name="Good">Values of all searches that fit about as well [K, P]; none where the last steps changed what counts as well.</param>
/// <param name="Information">Fisher's information [P, P], unknowns in units of their ranges.</param>
/// <param name="Noise">Noise, told or estimated.</param>
/// <param name="Cost">Sum of squared residuals in units of the noise.</param>
internal sealed record CalibrationFindings(SearchPoints Point, Tensor Best, Tensor Good, Tensor Information, NoiseEstimate Noise, double Cost)
{
    internal double[] Values => [.. Best.contiguous().data<double>()];

    internal double[][] Answers => Good.numel() == 0 ? [] : [.. Good.contiguous().data<double>().ToArray().Chunk((int)Good.shape[1])];
}
