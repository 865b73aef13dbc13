using WorldModel.Kernels;

namespace WorldModel.Worlds;

/// <summary>An <see cref="Apple"/> over lanes, from its gravity, drag, wind, restitution and grip.</summary>
internal readonly struct AppleLaw : ILaneLaw, ILaneImpact
{
    public void Derivative<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<T> action, Span<T> rate)
        where T : unmanaged, ILane<T>
    {
        var (gravity, drag) = (parameters[0], parameters[1]);
        var (x, y, z) = (state[3] - parameters[2], state[4] - parameters[3], state[5] - parameters[4]);
        var slowing = -drag * T.Sqrt(x * x + y * y + z * z);
        state[3..].CopyTo(rate);
        rate[3] = slowing * x;
        rate[4] = slowing * y;
        rate[5] = slowing * z - gravity;
    }

    public void Resolve<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, float dt)
        where T : unmanaged, ILane<T>
    {
        var hits = (after[2] < 0) & ((before[5] < 0) | (after[5] < 0));
        if (T.Any(hits))
        {
            Bounce(parameters, before, after, hits, dt);
        }
    }

    // The same as Apple.Resolve, which has the reasons.
    private void Bounce<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> before, Span<T> after, T hits, float dt)
        where T : unmanaged, ILane<T>
    {
        var (restitution, grip) = (parameters[5], parameters[6]);
        var (fall, impact) = Impact(before[2], before[5], after[5], dt);
        var left = dt - fall;
        Span<T> leaving = stackalloc T[6];
        for (var i = 0; i < 2; i++)
        {
            var arriving = before[3 + i] + (after[3 + i] - before[3 + i]) * (fall / dt);
            leaving[i] = before[i] + 0.5f * (before[3 + i] + arriving) * fall;
            leaving[3 + i] = arriving * grip;
        }

        (leaving[2], leaving[5]) = (0, restitution * impact);
        Span<T> rate = stackalloc T[6];
        Derivative(parameters, leaving, [], rate);
        Fly(leaving, rate, left, hits, after);
    }

    // On along the parabola of the rebound; where it would not leave the ground, the apple lies still.
    private static void Fly<T>(ReadOnlySpan<T> leaving, ReadOnlySpan<T> rate, T left, T hits, Span<T> after)
        where T : unmanaged, ILane<T>
    {
        var height = leaving[5] * left + 0.5f * rate[5] * left * left;
        var flies = height > 0;
        for (var i = 0; i < 3; i++)
        {
            var end = leaving[i] + leaving[3 + i] * left + 0.5f * rate[3 + i] * left * left;
            var speed = leaving[3 + i] + rate[3 + i] * left;
            after[i] = T.Where(hits, i == 2 ? T.Where(flies, end, 0) : end, after[i]);
            after[3 + i] = T.Where(hits, T.Where(flies, speed, 0), after[3 + i]);
        }
    }

    // Time [s] until the ground and speed [m/s] there.
    private static (T Fall, T Speed) Impact<T>(T height, T climb, T climbAfter, float dt)
        where T : unmanaged, ILane<T>
    {
        var acceleration = (climbAfter - climb) / dt;
        var speed = T.Sqrt(T.Max(climb * climb - 2 * acceleration * height, 1e-12f));
        var rising = (climb + speed) / -T.Min(acceleration, -1e-6f);
        var falling = 2 * height / T.Max(speed - climb, 1e-6f);
        return (T.Min(T.Max(T.Where(climb > 0, rising, falling), 0), dt), speed);
    }
}
