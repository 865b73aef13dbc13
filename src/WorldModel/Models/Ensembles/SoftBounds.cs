namespace WorldModel.Models;

/// <summary>
/// Keeps a logarithm of a variance between two bounds without a corner, as PETS does (Chua et al., arXiv 1805.12114,
/// appendix A.1): far from data a network may say neither "exactly" nor "anything". The bounds here are fixed.
/// </summary>
internal static class SoftBounds
{
    /// <summary>In units of the variance of a step's changes: a deviation of 1/400.</summary>
    internal const float Lowest = -12;

    /// <summary>Not much more unsure than someone who knows only how things change on average.</summary>
    internal const float Highest = 1;

    /// <param name="free">Any number [..., S].</param>
    /// <param name="bounds">Lowest and highest [2].</param>
    internal static Tensor Of(Tensor free, Tensor bounds)
    {
        using var scope = NewDisposeScope();
        var below = bounds[1] - nn.functional.softplus(bounds[1] - free);
        return (bounds[0] + nn.functional.softplus(below - bounds[0])).MoveToOuterDisposeScope();
    }
}
