using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>Sine and cosine, a vector at a time, to about two units in the last place; each lane for itself alone.</summary>
internal static class LaneWaves<S, V> where S : struct, ISimd<V> where V : unmanaged
{
    // Up to 2048 half turns the multiples of the first two parts of π, of 8 and of 12 bits, need no rounding even where
    // the machine rounds a · b before it adds c. Beyond, the base library.
    private const float Far = 6_400;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sin(V angle)
    {
        var turns = S.Round(S.Multiply(angle, S.Of(1 / MathF.PI)));
        var near = S.Multiply(Sign(turns), Arch(Rest(angle, turns)));
        return IsFar(angle) ? S.WhereLess(S.Abs(angle), S.Of(Far), near, S.Sin(angle)) : near;
    }

    /// <summary>The sine counted from the nearest zero of the cosine, half way between those of the sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Cos(V angle)
    {
        var whole = S.Round(S.MultiplyAdd(angle, S.Of(1 / MathF.PI), S.Of(-0.5f)));
        var near = S.Multiply(S.Negate(Sign(whole)), Arch(Rest(angle, S.Add(whole, S.Of(0.5f)))));
        return IsFar(angle) ? S.WhereLess(S.Abs(angle), S.Of(Far), near, S.Cos(angle)) : near;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFar(V angle) => S.Any(S.Less(S.Of(Far), S.Abs(angle)));

    // angle - turns · π, with π in three parts (Cody and Waite, Software Manual for the Elementary Functions, 1980).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Rest(V angle, V turns)
    {
        var rest = S.MultiplyAdd(turns, S.Of(-3.140625f), angle);
        rest = S.MultiplyAdd(turns, S.Of(-9.67502593994140625e-4f), rest);
        return S.MultiplyAdd(turns, S.Of(-1.509957990978376432e-7f), rest);
    }

    // 1 for an even number of half turns, -1 for an odd one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sign(V turns)
    {
        var odd = S.MultiplyAdd(S.Round(S.Multiply(turns, S.Of(0.5f))), S.Of(-2), turns);
        return S.MultiplyAdd(S.Multiply(odd, odd), S.Of(-2), S.Of(1));
    }

    // sin r for r between -π/2 and π/2: the odd polynomial of ninth degree with the least relative error, 6e-9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Arch(V r)
    {
        var square = S.Multiply(r, r);
        var p = S.MultiplyAdd(S.Of(2.605780295e-6f), square, S.Of(-1.9809602752e-4f));
        p = S.MultiplyAdd(p, square, S.Of(8.3330662441e-3f));
        p = S.MultiplyAdd(p, square, S.Of(-0.16666659550f));
        return S.MultiplyAdd(S.Multiply(p, square), r, r);
    }
}
