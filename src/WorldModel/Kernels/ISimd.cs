namespace WorldModel.Kernels;

/// <summary>
/// What kernels ask of a vector of floats. A kernel is written once over <typeparamref name="V"/> and compiled for each
/// width that there is; the vector itself stays a local variable, so that it stays in a register.
/// </summary>
/// <typeparam name="V">The vector.</typeparam>
internal unsafe interface ISimd<V> where V : struct
{
    /// <summary>Floats a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>Vector registers of the machine at this width: how much a kernel can keep at hand.</summary>
    static abstract int Registers { get; }

    static abstract V Zero { get; }

    static abstract V Of(float value);

    static abstract V Load(float* from);

    static abstract void Store(V value, float* to);

    static abstract V Add(V a, V b);

    static abstract V Subtract(V a, V b);

    static abstract V Multiply(V a, V b);

    static abstract V Divide(V a, V b);

    /// <summary>a · b + c, rounded once where the machine can.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    static abstract V Min(V a, V b);

    static abstract V Max(V a, V b);

    static abstract V Sqrt(V value);

    /// <summary>The nearest whole number.</summary>
    static abstract V Round(V value);

    /// <summary>The value, but no further from 0 than the limit; what is not a number stays so.</summary>
    static abstract V Clamp(V value, float limit);

    /// <summary>Value · 2ⁿ, where n stands in the lowest bits of the power.</summary>
    static abstract V TimesPowerOfTwo(V value, V power);

    /// <summary>Where a is below b the first value, else the second.</summary>
    static abstract V WhereLess(V a, V b, V yes, V no);

    /// <summary>Sum of all lanes.</summary>
    static abstract float Sum(V value);

    /// <summary>
    /// Adds a vector to weights that lie in groups of eight: number <paramref name="index"/> of the vectors that run
    /// across the groups, which are <paramref name="group"/> floats apart.
    /// </summary>
    static abstract void AddToEights(V value, float* to, nint group, int index);

    static abstract V Negate(V value);

    static abstract V Abs(V value);

    /// <summary>Mask of the lanes where a is below b: all bits set there, none elsewhere.</summary>
    static abstract V Less(V a, V b);

    static abstract V And(V a, V b);

    static abstract V Or(V a, V b);

    /// <summary>In the lanes of a mask the first value, else the second.</summary>
    static abstract V Where(V mask, V yes, V no);

    /// <summary>Whether a mask has any lane.</summary>
    static abstract bool Any(V mask);

    /// <summary>The base library's sine: right at any angle, several times slower than <see cref="LaneWaves{S, V}"/>.</summary>
    static abstract V Sin(V angle);

    static abstract V Cos(V angle);
}
