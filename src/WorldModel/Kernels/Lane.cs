using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>A vector of any width as a number, so that laws read like their equations. Costs nothing over the vector.</summary>
internal readonly struct Lane<S, V>(V value) : ILane<Lane<S, V>> where S : struct, ISimd<V> where V : unmanaged
{
    private readonly V value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane<S, V>(float value) => new(S.Of(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator +(Lane<S, V> a, Lane<S, V> b) => new(S.Add(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator -(Lane<S, V> a, Lane<S, V> b) => new(S.Subtract(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator -(Lane<S, V> a) => new(S.Negate(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator *(Lane<S, V> a, Lane<S, V> b) => new(S.Multiply(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator /(Lane<S, V> a, Lane<S, V> b) => new(S.Divide(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator <(Lane<S, V> a, Lane<S, V> b) => new(S.Less(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator >(Lane<S, V> a, Lane<S, V> b) => new(S.Less(b.value, a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator &(Lane<S, V> a, Lane<S, V> b) => new(S.And(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> operator |(Lane<S, V> a, Lane<S, V> b) => new(S.Or(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Where(Lane<S, V> mask, Lane<S, V> yes, Lane<S, V> no) => new(S.Where(mask.value, yes.value, no.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane<S, V> mask) => S.Any(mask.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> MultiplyAdd(Lane<S, V> a, Lane<S, V> b, Lane<S, V> c) => new(S.MultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Min(Lane<S, V> a, Lane<S, V> b) => new(S.Min(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Max(Lane<S, V> a, Lane<S, V> b) => new(S.Max(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Abs(Lane<S, V> value) => new(S.Abs(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Sqrt(Lane<S, V> value) => new(S.Sqrt(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Sin(Lane<S, V> angle) => new(LaneWaves<S, V>.Sin(angle.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<S, V> Cos(Lane<S, V> angle) => new(LaneWaves<S, V>.Cos(angle.value));
}
