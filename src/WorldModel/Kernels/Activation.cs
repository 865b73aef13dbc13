namespace WorldModel.Kernels;

/// <summary>What a hidden layer does to its sums.</summary>
internal enum Activation
{
    /// <summary>Nothing: the last layer.</summary>
    None,

    /// <summary>z · σ(z) (Elfwing et al., arXiv 1702.03118).</summary>
    Silu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, z).</summary>
    Relu,
}
