using System.Runtime.CompilerServices;

namespace WorldModel.Kernels;

/// <summary>Activations and their derivatives, a vector at a time, to about two units in the last place.</summary>
internal static class Curves<S, V> where S : struct, ISimd<V> where V : struct
{
    private const float Log2E = 1.44269504f;

    /// <summary>h(z), and its derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Apply(Activation activation, V z, out V slope)
    {
        switch (activation)
        {
            case Activation.Silu:
                var s = Sigmoid(z);
                var h = S.Multiply(z, s);
                slope = S.MultiplyAdd(h, S.Subtract(S.Of(1), s), s);
                return h;
            case Activation.Tanh:
                var t = S.MultiplyAdd(S.Of(2), Sigmoid(S.Add(z, z)), S.Of(-1));
                slope = S.MultiplyAdd(S.Subtract(S.Zero, t), t, S.Of(1));
                return t;
            case Activation.Relu:
                slope = S.WhereLess(S.Zero, z, S.Of(1), S.Zero);
                return S.Max(z, S.Zero);
            default:
                slope = S.Of(1);
                return z;
        }
    }

    /// <summary>1 / (1 + e⁻ᶻ). Beyond ±87 it is 0 or 1 within the smallest float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid(V z) => S.Divide(S.Of(1), S.Add(S.Of(1), PowerOfTwo(S.Multiply(z, S.Of(-Log2E)))));

    // 2ᵗ: a whole power, which is an exponent, times 2 to a rest between -1/2 and 1/2, by its Taylor polynomial.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerOfTwo(V t)
    {
        t = S.Max(S.Min(t, S.Of(126)), S.Of(-126));
        var whole = S.Round(t);
        var rest = S.Subtract(t, whole);
        var p = S.MultiplyAdd(S.Of(1.5403530e-4f), rest, S.Of(1.33335581e-3f));
        p = S.MultiplyAdd(p, rest, S.Of(9.61812911e-3f));
        p = S.MultiplyAdd(p, rest, S.Of(5.55041087e-2f));
        p = S.MultiplyAdd(p, rest, S.Of(0.240226507f));
        p = S.MultiplyAdd(p, rest, S.Of(0.693147181f));
        p = S.MultiplyAdd(p, rest, S.Of(1));
        return S.Multiply(p, S.PowerOfTwo(whole));
    }
}
