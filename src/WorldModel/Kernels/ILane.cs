namespace WorldModel.Kernels;

/// <summary>
/// A number of several runs at once, one a lane: arithmetic acts on all of them in one instruction. Equations of motion
/// written over it (<see cref="ILaneLaw"/>) read as they do on paper and run on vectors of any width.
/// </summary>
/// <typeparam name="T">The number itself.</typeparam>
public interface ILane<T> where T : unmanaged, ILane<T>
{
    /// <summary>The same value in every lane.</summary>
    static abstract implicit operator T(float value);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>The negative.</summary>
    static abstract T operator -(T a);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>Mask of the lanes where a is below b, for <see cref="Where"/>, <see cref="Any"/>, and, or.</summary>
    static abstract T operator <(T a, T b);

    /// <summary>Mask of the lanes where a is above b.</summary>
    static abstract T operator >(T a, T b);

    /// <summary>Mask of the lanes that are in both masks.</summary>
    static abstract T operator &(T a, T b);

    /// <summary>Mask of the lanes that are in one mask or both.</summary>
    static abstract T operator |(T a, T b);

    /// <summary>In the lanes of a mask the first value, else the second.</summary>
    static abstract T Where(T mask, T yes, T no);

    /// <summary>Whether a mask has any lane at all.</summary>
    static abstract bool Any(T mask);

    /// <summary>a · b + c, rounded once where the machine can.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>The smaller one; NaN where either is.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The larger one; NaN where either is.</summary>
    static abstract T Max(T a, T b);

    /// <summary>Size without its sign.</summary>
    static abstract T Abs(T value);

    /// <summary>Square root.</summary>
    static abstract T Sqrt(T value);

    /// <summary>Sine of an angle [rad].</summary>
    static abstract T Sin(T angle);

    /// <summary>Cosine of an angle [rad].</summary>
    static abstract T Cos(T angle);
}
