namespace WorldModel.Kernels;

/// <summary>
/// Two bounds between which logarithms of variances are kept without a corner: s = a + softplus(b − softplus(b − z) − a)
/// of a network's output z (Chua et al., arXiv 1805.12114, appendix A.1).
/// </summary>
internal readonly record struct LogVarianceBounds(float Lowest, float Highest)
{
    /// <summary>The bounded logarithm and its derivative.</summary>
    internal (float Value, float Slope) Of(float free)
    {
        var (softer, slope) = Softplus(Highest - free);
        var (value, outer) = Softplus(Highest - softer - Lowest);
        return (Lowest + value, slope * outer);
    }

    // log(1 + eˣ) and its derivative, from the exponential that cannot overflow.
    private static (float Value, float Slope) Softplus(float x)
    {
        var small = MathF.Exp(-MathF.Abs(x));
        var rest = 1 / (1 + small);
        return (MathF.Max(x, 0) + MathF.Log(1 + small), x >= 0 ? rest : small * rest);
    }
}
