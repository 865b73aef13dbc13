namespace WorldModel.Kernels;

/// <summary>How far outputs may be from their targets.</summary>
internal enum MlpLoss
{
    /// <summary>Mean of (output − target)².</summary>
    SquaredError,

    /// <summary>
    /// Mean of ½·(s + (μ − target)²·e⁻ˢ), a Gaussian's negative logarithmic likelihood less its constant (Nix and Weigend,
    /// ICNN 1994). The first half of the outputs are means μ, the second half logarithms of variances s.
    /// </summary>
    GaussianLikelihood,
}
