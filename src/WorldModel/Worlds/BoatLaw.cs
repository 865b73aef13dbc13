using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>A <see cref="Boat"/> over lanes, from its inertia, drag, current and oars.</summary>
internal readonly struct BoatLaw : ILaneLaw
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (cosine, sine) = (T.Cos(state[2]), T.Sin(state[2]));
        var along = parameters[6] * cosine + parameters[7] * sine;
        var across = parameters[7] * cosine - parameters[6] * sine;
        var (surge, sway, yaw) = (state[3] - along, state[4] - across, state[5]);
        (rate[6], rate[7]) = (2 * MathF.PI * action[0], 2 * MathF.PI * action[1]);
        var left = Oar(parameters, (state[6], rate[6], 1), (surge, sway, yaw));
        var right = Oar(parameters, (state[7], rate[7], -1), (surge, sway, yaw));
        var (ahead, aside) = (parameters[0], parameters[1]);
        rate[0] = state[3] * cosine - state[4] * sine;
        rate[1] = state[3] * sine + state[4] * cosine;
        rate[2] = yaw;
        rate[3] = (left.Push + right.Push + aside * sway * yaw - parameters[3] * surge * T.Abs(surge)) / ahead + yaw * across;
        rate[4] = (left.Slide + right.Slide - ahead * surge * yaw - parameters[4] * sway * T.Abs(sway)) / aside - yaw * along;
        rate[5] = (left.Twist + right.Twist - (aside - ahead) * surge * sway - parameters[5] * yaw * T.Abs(yaw)) / parameters[2];
    }

    // Boat.Oars for one oar, whose side is 1 (left) or -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Push, T Slide, T Twist) Oar<T>(ReadOnlySpan<T> parameters, (T Phase, T Turning, T Side) oar, (T Surge, T Sway, T Yaw) hull)
        where T : unmanaged, ILane<T>
    {
        var (length, sweep, drive) = (parameters[8], parameters[10], T.Sin(oar.Phase));
        var angle = -sweep * T.Cos(oar.Phase);
        var (cosine, sine) = (T.Cos(angle), T.Sin(angle));
        var lever = length + parameters[9] * cosine;
        var slip = length * sweep * oar.Turning * drive - hull.Surge * cosine - oar.Side * hull.Sway * sine + oar.Side * hull.Yaw * lever;
        var force = parameters[11] * slip * T.Abs(slip) * T.Max(drive, 0);
        return (force * cosine, oar.Side * force * sine, -oar.Side * force * lever);
    }
}
