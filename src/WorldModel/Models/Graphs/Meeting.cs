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

    private Tensor? normal;
    private Tensor? tangent;
    private Tensor? sliding;

    private Tensor Distance { get; } = (Apart.square().sum(-1, keepdim: true) + Least).sqrt();

    // Each found once: all of them are asked for several times, in every step of a training.
    private Tensor Normal => normal ??= Apart / Distance;

    private Tensor Tangent => tangent ??= cat([-Normal.narrow(-1, 1, 1), Normal.narrow(-1, 0, 1)], dim: -1);

    private Tensor Sliding => sliding ??= (Relative * Tangent).sum(-1, keepdim: true);

    /// <summary>What turning, mirroring, moving and changing sides leave alike [E, 6 + …]: gap, closeness, approach and sliding.</summary>
    internal Tensor Invariants()
    {
        var approach = (Relative * Normal).sum(-1, keepdim: true);
        return cat([Distance - Reach, Distance.log(), approach, Sliding.abs(), Sliding.square(), Reach, Attributes], dim: -1);
    }

    /// <summary>
    /// Vectors [E, 2·K] from numbers [E, 2·K], two of each: one along the line between the two objects, one across it, which
    /// is mirrored when the sliding is.
    /// </summary>
    internal Tensor Vectors(Tensor numbers)
    {
        var pairs = numbers.unflatten(1, [numbers.shape[1] / 2, 2]);
        return (pairs.narrow(-1, 0, 1) * Normal.unsqueeze(1) + pairs.narrow(-1, 1, 1) * (Sliding * Tangent).unsqueeze(1)).flatten(1, 2);
    }
}
