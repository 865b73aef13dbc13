using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>Point masses in a plane over lanes, from G and their masses.</summary>
internal readonly struct GravityLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var half = state.Length / 2;
        for (var place = 0; place < half; place++)
        {
            (rate[place], rate[half + place]) = (state[half + place], 0);
        }

        for (var one = 0; one < half; one += 2)
        {
            for (var other = one + 2; other < half; other += 2)
            {
                var (x, y) = (state[other] - state[one], state[other + 1] - state[one + 1]);
                var square = x * x + y * y;
                var pull = parameters[0] / (square * T.Sqrt(square));
                var (here, there) = (pull * parameters[1 + other / 2], pull * parameters[1 + one / 2]);
                rate[half + one] += here * x;
                rate[half + one + 1] += here * y;
                rate[half + other] -= there * x;
                rate[half + other + 1] -= there * y;
            }
        }
    }
}
