using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="CartPole"/> over lanes, from its masses, half length and gravity.</summary>
internal readonly struct CartPoleLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (pole, length, gravity) = (parameters[1], parameters[2], parameters[3]);
        var total = parameters[0] + pole;
        var (sine, cosine) = (T.Sin(state[1]), T.Cos(state[1]));
        var pushed = (action[0] + pole * length * state[3] * state[3] * sine) / total;
        var turning = (gravity * sine - cosine * pushed) / (length * (4f / 3 - pole * cosine * cosine / total));
        (rate[0], rate[1]) = (state[2], state[3]);
        rate[2] = pushed - pole * length * turning * cosine / total;
        rate[3] = turning;
    }
}
