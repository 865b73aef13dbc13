using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// All pairs of objects within a cut-off, in one list over all runs, so that a network works only where something can
/// happen: E pairs, each once, with the lower number first. Lives in the scope it was made in.
/// </summary>
internal sealed class Neighbours
{
    /// <param name="crowd">What the states hold.</param>
    /// <param name="states">States [B, 6·N].</param>
    /// <param name="options">Says who sees whom.</param>
    internal Neighbours(Crowd crowd, Tensor states, GraphOptions options)
    {
        Objects = cat([crowd.Positions(states), crowd.Velocities(states), crowd.Masses(states).unsqueeze(-1), crowd.Radii(states).unsqueeze(-1)], dim: -1);
        var pairs = triu_indices(crowd.Count, crowd.Count, 1, device: states.device);
        var (first, second) = (Objects.index_select(1, pairs[0]).detach(), Objects.index_select(1, pairs[1]).detach());
        var gap = (second.narrow(-1, 0, 2) - first.narrow(-1, 0, 2)).square().sum(-1L).sqrt() - first.select(-1, 5) - second.select(-1, 5);
        var isNear = (gap < (options.SeesOthers ? options.Cutoff : double.NegativeInfinity)).logical_and(first.select(-1, 4) * second.select(-1, 4) > 0);
        var near = isNear.nonzero();
        var start = near.select(1, 0) * crowd.Count;
        (First, Second) = (start + pairs[0].index_select(0, near.select(1, 1)), start + pairs[1].index_select(0, near.select(1, 1)));
        Objects = Objects.flatten(0, 1);
    }

    /// <summary>Place, velocity, mass and radius of all objects [B·N, 6].</summary>
    internal Tensor Objects { get; }

    /// <summary>Rows of the first objects [E].</summary>
    internal Tensor First { get; }

    /// <summary>Rows of the second objects [E].</summary>
    internal Tensor Second { get; }
}
