using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="Spring"/> over lanes, from its stiffness and mass.</summary>
internal readonly struct SpringLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (stiffness, mass) = (parameters[0], parameters[1]);
        (rate[0], rate[1]) = (state[1], -stiffness / mass * state[0]);
    }
}
