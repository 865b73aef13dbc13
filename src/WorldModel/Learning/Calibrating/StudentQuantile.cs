namespace WorldModel.Learning;

/// <summary>How many standard errors a 90 % interval reaches to either side.</summary>
internal static class StudentQuantile
{
    private const double Normal = 1.6448536269514722;

    /// <summary>
    /// 95 % quantile of Student's t; of the normal distribution for infinitely many degrees of freedom. Closed forms for
    /// one and two, then the expansion of Abramowitz and Stegun 26.7.5, which is right to 0.1 %.
    /// </summary>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    internal static double At(double freedom) => freedom switch
    {
        < 1.5 => Math.Tan(0.45 * Math.PI),
        < 2.5 => 0.9 * Math.Sqrt(2 / (1 - 0.81)),
        _ => Expansion(Normal, freedom),
    };

    private static double Expansion(double z, double v)
    {
        var s = z * z;
        var first = (s + 1) * z / 4;
        var second = ((5 * s + 16) * s + 3) * z / 96;
        var third = (((3 * s + 19) * s + 17) * s - 15) * z / 384;
        var fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) * z / 92160;
        return z + (first + (second + (third + fourth / v) / v) / v) / v;
    }
}
