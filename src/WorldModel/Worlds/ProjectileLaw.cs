using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="Projectile"/> over lanes, from its gravity and drag.</summary>
internal readonly struct ProjectileLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (gravity, drag) = (parameters[0], parameters[1]);
        var (across, climb) = (state[2], state[3]);
        var slowing = -drag * T.Sqrt(across * across + climb * climb);
        rate[0] = across;
        rate[1] = climb;
        rate[2] = slowing * across;
        rate[3] = slowing * climb - gravity;
    }
}
