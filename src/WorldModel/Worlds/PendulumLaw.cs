using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="Pendulum"/> over lanes, from its length, damping and gravity.</summary>
internal readonly struct PendulumLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (length, damping, gravity) = (parameters[0], parameters[1], parameters[2]);
        var (angle, speed, torque) = (state[0], state[1], action[0]);
        rate[0] = speed;
        rate[1] = -gravity / length * T.Sin(angle) - damping * speed + torque;
    }
}
