using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>Activations and their derivatives, a vector at a time, to about two units in the last place.</summary>
internal static unsafe class Curves<S, V> where S : struct, ISimd<V> where V : struct
{
    private const float Log2E = 1.44269504f;

    // Added to a small number it rounds that to a whole one, which then stands in the lowest bits.
    private const float Whole = 12_582_912;

    /// <summary>Bends numbers in place.</summary>
    /// <param name="activation">Which curve.</param>
    /// <param name="values">Numbers z, which become h(z).</param>
    /// <param name="slopes">Becomes h'(z); null to leave it out.</param>
    /// <param name="count">How many, a multiple of the vector's lanes.</param>
    internal static void Bend(Activation activation, float* values, float* slopes, int count)
    {
        switch (activation)
        {
            case Activation.Silu:
                Bend<Silu>(values, slopes, count);
                break;
            case Activation.Tanh:
                Bend<Tanh>(values, slopes, count);
                break;
            case Activation.Relu:
                Bend<Relu>(values, slopes, count);
                break;
            default:
                break;
        }
    }

    private static void Bend<C>(float* values, float* slopes, int count) where C : struct, ICurve
    {
        if (slopes is null)
        {
            Alone<C>(values, count);
        }
        else
        {
            WithSlopes<C>(values, slopes, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Alone<C>(float* values, int count) where C : struct, ICurve
    {
        for (var end = values + count; values < end; values += S.Lanes)
        {
            S.Store(C.Apply(S.Load(values), out _), values);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WithSlopes<C>(float* values, float* slopes, int count) where C : struct, ICurve
    {
        for (var end = values + count; values < end; values += S.Lanes, slopes += S.Lanes)
        {
            S.Store(C.Apply(S.Load(values), out var slope), values);
            S.Store(slope, slopes);
        }
    }

    // 1 / (1 + e⁻ᶻ). Beyond ±87 it is 0 or 1 within the smallest float.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sigmoid(V z) => S.Divide(S.Of(1), S.Add(S.Of(1), Exponential(S.Clamp(z, 87))));

    // e⁻ᶻ = 2ᵗ: a whole power, which is an exponent, times 2 to a rest between -1/2 and 1/2, by the polynomial of fifth
    // degree whose greatest relative error is least (7.5e-8; fitted by reweighted least squares).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponential(V z)
    {
        var power = S.MultiplyAdd(z, S.Of(-Log2E), S.Of(Whole));
        var rest = S.MultiplyAdd(z, S.Of(-Log2E), S.Subtract(S.Of(Whole), power));
        var p = S.MultiplyAdd(S.Of(1.32764718e-3f), rest, S.Of(9.67554133e-3f));
        p = S.MultiplyAdd(p, rest, S.Of(5.55071327e-2f));
        p = S.MultiplyAdd(p, rest, S.Of(0.240221197f));
        p = S.MultiplyAdd(p, rest, S.Of(0.693146967f));
        p = S.MultiplyAdd(p, rest, S.Of(1.00000007f));
        return S.TimesPowerOfTwo(p, power);
    }

    private interface ICurve
    {
        static abstract V Apply(V z, out V slope);
    }

    private readonly struct Silu : ICurve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply(V z, out V slope)
        {
            var s = Sigmoid(z);
            var h = S.Multiply(z, s);
            slope = S.MultiplyAdd(h, S.Subtract(S.Of(1), s), s);
            return h;
        }
    }

    private readonly struct Tanh : ICurve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply(V z, out V slope)
        {
            var t = S.MultiplyAdd(S.Of(2), Sigmoid(S.Add(z, z)), S.Of(-1));
            slope = S.MultiplyAdd(S.Subtract(S.Zero, t), t, S.Of(1));
            return t;
        }
    }

    private readonly struct Relu : ICurve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply(V z, out V slope)
        {
            slope = S.WhereLess(S.Zero, z, S.Of(1), S.Zero);
            return S.Max(z, S.Zero);
        }
    }
}
