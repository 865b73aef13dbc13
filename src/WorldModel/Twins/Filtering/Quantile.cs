using MathNet.Numerics.Distributions;

namespace WorldModel.Twins;

/// <summary>Values below which a distribution's share lies.</summary>
internal static class Quantile
{
    /// <summary>Ends of the middle share of a chi-square distribution, divided by its degrees of freedom.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    internal static (double Low, double High) ChiSquare(double confidence, int degrees)
    {
        Require(confidence);
        return (ChiSquared.InvCDF(degrees, (1 - confidence) / 2) / degrees, ChiSquared.InvCDF(degrees, (1 + confidence) / 2) / degrees);
    }

    /// <summary>Half the width of the middle share of a normal distribution, in standard deviations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    internal static double HalfWidth(double confidence)
    {
        Require(confidence);
        return Normal.InvCDF(0, 1, (1 + confidence) / 2);
    }

    /// <summary>
    /// Half the width of the middle share of Student's t distribution, in standard errors; of the normal distribution for
    /// infinitely many degrees of freedom.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or there is no degree of freedom.</exception>
    internal static double StudentHalfWidth(double confidence, double freedom)
    {
        Require(confidence);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        return double.IsPositiveInfinity(freedom) ? HalfWidth(confidence) : StudentT.InvCDF(0, 1, freedom, (1 + confidence) / 2);
    }

    private static void Require(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence must lie between 0 and 1");
        }
    }
}
