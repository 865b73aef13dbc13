using System.Numerics;

namespace WorldModel.Twins;

/// <summary>Seeded random numbers of a sensor stream.</summary>
internal sealed class StreamChance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Uniform in [0, 1).</summary>
    internal double Uniform() => random.NextDouble();

    /// <summary>Exponentially distributed with mean 1.</summary>
    internal double Exponential() => -Math.Log(1 - Uniform());

    /// <summary>Three independent standard normal numbers (Box and Muller 1958).</summary>
    internal Vector3 Normal()
    {
        var (a, b) = Pair();
        var (c, _) = Pair();
        return new((float)a, (float)b, (float)c);
    }

    private (double, double) Pair()
    {
        var (radius, angle) = (Math.Sqrt(2 * Exponential()), Math.Tau * Uniform());
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }
}
