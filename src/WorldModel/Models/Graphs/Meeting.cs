namespace WorldModel.Models;

/// <summary>
/// An object and a partner, another or a wall, as neither position nor speed nor direction of the onlooker changes it.
/// </summary>
/// <param name="Apart">Way from the object to its partner [E, 2] [m].</param>
/// <param name="Relative">The partner's velocity as the object sees it [E, 2] [m/s].</param>
/// <param name="Reach">The distance at which they touch [E, 1] [m].</param>
/// <param name="Attributes">What else matters and does not tell the two apart [E, ...].</param>
internal sealed record Meeting(Tensor Apart, Tensor Relative, Tensor Reach, Tensor Attributes)
{
    // Keeps the direction of nothing finite, and its gradient too.
    private const double Least = 1e-12;

    private Tensor Distance { get; } = (Apart.square().sum(-1, keepdim: true) + Least).sqrt();

    private Tensor Normal => Apart / Distance;

    private Tensor Tangent => cat([-Normal.narrow(-1, 1, 1), Normal.narrow(-1, 0, 1)], dim: -1);

    private Tensor Sliding => (Relative * Tangent).sum(-1, keepdim: true);

    /// <summary>What turning, mirroring, moving and changing sides leave alike [E, 6 + …]: gap, closeness, approach and sliding.</summary>
    internal Tensor Invariants()
    {
        var (normal, sliding) = (Normal, Sliding);
        var approach = (Relative * normal).sum(-1, keepdim: true);
        return cat([Distance - Reach, Distance.log(), approach, sliding.abs(), sliding.square(), Reach, Attributes], dim: -1);
    }

    /// <summary>
    /// Vectors [E, 2] from numbers [E, 2]: one along the line between the two, one across it, which is mirrored when the
    /// sliding is.
    /// </summary>
    internal Tensor Vectors(Tensor along) => along.narrow(-1, 0, 1) * Normal + along.narrow(-1, 1, 1) * Sliding * Tangent;
}
