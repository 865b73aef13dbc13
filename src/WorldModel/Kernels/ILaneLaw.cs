namespace WorldModel.Kernels;

/// <summary>
/// Equations of motion over lanes: the same law as a world's tensors, for many runs at once. Implement it by a readonly
/// struct whose method is marked <c>[MethodImpl(MethodImplOptions.AggressiveInlining)]</c>, so that it becomes part of the
/// loop over time; without the mark it is right, too, but slower.
/// </summary>
public interface ILaneLaw
{
    /// <summary>How fast the state of each run changes.</summary>
    /// <param name="parameters">The numbers given to <see cref="LaneLaw.Of"/>, one after the other.</param>
    /// <param name="state">State, S channels.</param>
    /// <param name="action">Action, A channels.</param>
    /// <param name="rate">Receives dx/dt, S channels; write every one.</param>
    /// <typeparam name="T">A number of several runs.</typeparam>
    void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>;
}
