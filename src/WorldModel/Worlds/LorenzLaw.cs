using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="Lorenz"/> over lanes, from σ, ρ and β.</summary>
internal readonly struct LorenzLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (x, y, z) = (state[0], state[1], state[2]);
        rate[0] = parameters[0] * (y - x);
        rate[1] = x * (parameters[1] - z) - y;
        rate[2] = x * y - parameters[2] * z;
    }
}
