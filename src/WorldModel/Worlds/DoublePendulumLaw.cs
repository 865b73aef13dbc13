using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="DoublePendulum"/> over lanes, from its masses, lengths and gravity.</summary>
internal readonly struct DoublePendulumLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (upper, lower, first, second, gravity) = (parameters[0], parameters[1], parameters[2], parameters[3], parameters[4]);
        var (sine, cosine, both) = (T.Sin(state[0] - state[1]), T.Cos(state[0] - state[1]), upper + lower);
        var (fast, faster) = (first * state[2] * state[2], second * state[3] * state[3]);
        var (pull, push) = (gravity * T.Sin(state[0]), gravity * T.Sin(state[1]));
        var shared = upper + lower * sine * sine;
        (rate[0], rate[1]) = (state[2], state[3]);
        rate[2] = (lower * cosine * (push - fast * sine) - lower * faster * sine - both * pull) / (first * shared);
        rate[3] = (both * (fast * sine - push + cosine * pull) + lower * faster * sine * cosine) / (second * shared);
    }
}
