namespace WorldModel.Learning;

/// <summary>Where searches are.</summary>
/// <param name="Free">Unknowns in the coordinate without bounds [M, P].</param>
/// <param name="Initial">Initial states of the runs [M, B, S].</param>
internal sealed record SearchPoints(Tensor Free, Tensor Initial)
{
    /// <summary>The searches with these numbers [K].</summary>
    internal SearchPoints Pick(Tensor index) => new(Free.index_select(0, index), Initial.index_select(0, index));
}
