using System.Runtime.CompilerServices;
using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>An <see cref="Apple"/> over lanes, from its gravity, drag, wind, restitution and grip.</summary>
internal readonly struct AppleLaw : ILaneLaw, ILaneImpact
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (x, y, climb) = (state[3], state[4], state[5]);
        (rate[0], rate[1], rate[2]) = (x, y, climb);
        (rate[3], rate[4], rate[5]) = Acceleration(parameters, x, y, climb);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Resolve<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, float dt)
        where T : unmanaged, ILane<T>
    {
        var hits = (after[2] < 0) & ((before[5] < 0) | (after[5] < 0));
        if (T.Any(hits))
        {
            Bounce(parameters, before, after, hits, dt);
        }
    }

    // Gravity, and drag against the air that moves with the wind.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T X, T Y, T Climb) Acceleration<T>(ReadOnlySpan<T> parameters, T x, T y, T climb)
        where T : unmanaged, ILane<T>
    {
        var (gravity, drag) = (parameters[0], parameters[1]);
        x -= parameters[2];
        y -= parameters[3];
        climb -= parameters[4];
        var slowing = -drag * T.Sqrt(x * x + y * y + climb * climb);
        return (slowing * x, slowing * y, slowing * climb - gravity);
    }

    // Apple.Resolve in lanes, where the reasons are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bounce<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, T hits, float dt)
        where T : unmanaged, ILane<T>
    {
        var (restitution, grip) = (parameters[5], parameters[6]);
        var (fall, impact) = Impact(before[2], before[5], after[5], dt);
        var (left, share) = (dt - fall, fall / dt);
        var x = before[3] + (after[3] - before[3]) * share;
        var y = before[4] + (after[4] - before[4]) * share;
        var (placeX, placeY) = (before[0] + 0.5f * (before[3] + x) * fall, before[1] + 0.5f * (before[4] + y) * fall);
        (x, y, var climb) = (x * grip, y * grip, restitution * impact);

        var (rateX, rateY, rateClimb) = Acceleration(parameters, x, y, climb);
        var half = 0.5f * left * left;
        var height = climb * left + rateClimb * half;
        var flies = height > 0;
        after[0] = T.Where(hits, placeX + x * left + rateX * half, after[0]);
        after[1] = T.Where(hits, placeY + y * left + rateY * half, after[1]);
        after[2] = T.Where(hits, T.Where(flies, height, 0), after[2]);
        after[3] = T.Where(hits, x + rateX * left, after[3]);
        after[4] = T.Where(hits, y + rateY * left, after[4]);
        after[5] = T.Where(hits, T.Where(flies, climb + rateClimb * left, 0), after[5]);
    }

    // Time [s] until the ground and speed [m/s] there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Fall, T Speed) Impact<T>(T height, T climb, T climbAfter, float dt)
        where T : unmanaged, ILane<T>
    {
        var acceleration = (climbAfter - climb) / dt;
        var speed = T.Sqrt(T.Max(climb * climb - 2 * acceleration * height, 1e-12f));
        var rising = climb > 0;
        var over = T.Where(rising, climb + speed, 2 * height);
        var under = T.Where(rising, -T.Min(acceleration, -1e-6f), T.Max(speed - climb, 1e-6f));
        return (T.Min(T.Max(over / under, 0), dt), speed);
    }
}
