using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace WorldModel.Kernels;

/// <summary>
/// Normally distributed numbers that follow from where they are needed alone, so that nobody has to draw in turn: Threefry
/// 2×32 with 20 rounds (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011) counts, and Box and Muller
/// make its words Gaussian. The same at every width of vectors.
/// </summary>
/// <param name="Seed">Of all streams.</param>
/// <param name="Stream">Which of them.</param>
internal readonly unsafe record struct LaneNoise(int Seed, int Stream)
{
    private const float Step = 1f / (1 << 24);

    /// <summary>Two numbers for each of some lanes.</summary>
    /// <param name="at">Row of the first lane, and number of the pair.</param>
    /// <param name="first">[lanes], to be filled.</param>
    /// <param name="second">[lanes], to be filled.</param>
    /// <param name="lanes">A multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Draw((int Row, int Pair) at, float* first, float* second, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += 8)
        {
            var (x, y) = Words(Vector256<uint>.Indices + Vector256.Create((uint)(at.Row + lane)), Vector256.Create((uint)at.Pair));
            var radius = Vector256.Sqrt(-2 * Vector256.Log(Step * (Floats(x) + Vector256<float>.One)));
            var angle = 2 * MathF.PI * Step * Floats(y);
            (radius * LaneWaves<Simd256, Vector256<float>>.Cos(angle)).Store(first + lane);
            (radius * LaneWaves<Simd256, Vector256<float>>.Sin(angle)).Store(second + lane);
        }
    }

    /// <summary>Two random words for each pair of counters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (Vector256<uint> X, Vector256<uint> Y) Words(Vector256<uint> x, Vector256<uint> y)
    {
        var (a, b) = ((uint)Seed, (uint)Stream);
        var c = a ^ b ^ 0x1BD11BDA;
        (x, y) = (x + Vector256.Create(a), y + Vector256.Create(b));
        (x, y) = Even(x, y, (b, c + 1));
        (x, y) = Odd(x, y, (c, a + 2));
        (x, y) = Even(x, y, (a, b + 3));
        (x, y) = Odd(x, y, (b, c + 4));
        return Even(x, y, (c, a + 5));
    }

    // The 24 highest bits, which a float holds exactly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Floats(Vector256<uint> words) => Vector256.ConvertToSingle((words >>> 8).AsInt32());

    // Four rounds, and a part of the key.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> X, Vector256<uint> Y) Even(Vector256<uint> x, Vector256<uint> y, (uint X, uint Y) key)
    {
        (x, y) = Round(x, y, 13);
        (x, y) = Round(x, y, 15);
        (x, y) = Round(x, y, 26);
        (x, y) = Round(x, y, 6);
        return (x + Vector256.Create(key.X), y + Vector256.Create(key.Y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> X, Vector256<uint> Y) Odd(Vector256<uint> x, Vector256<uint> y, (uint X, uint Y) key)
    {
        (x, y) = Round(x, y, 17);
        (x, y) = Round(x, y, 29);
        (x, y) = Round(x, y, 16);
        (x, y) = Round(x, y, 24);
        return (x + Vector256.Create(key.X), y + Vector256.Create(key.Y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> X, Vector256<uint> Y) Round(Vector256<uint> x, Vector256<uint> y, int turn)
    {
        x += y;
        return (x, ((y << turn) | (y >>> (32 - turn))) ^ x);
    }
}
