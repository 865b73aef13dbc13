namespace WorldModel.Kernels;

/// <summary>How runs are stepped.</summary>
/// <param name="Method">The integrator.</param>
/// <param name="Dt">Length of a step [s].</param>
/// <param name="Stride">Steps for which an action is held; only the state after them is kept.</param>
/// <param name="KeepsInitial">Whether the first state kept is the initial one.</param>
internal sealed record LanePlan(LaneMethod Method, double Dt, int Stride = 1, bool KeepsInitial = true)
{
    /// <summary>Width of the vectors.</summary>
    internal SimdWidth Width { get; init; } = SimdWidths.Chosen;
}
