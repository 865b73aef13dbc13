using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace WorldModel.Kernels;

/// <summary>Turns eight rows of eight floats into eight columns.</summary>
internal static unsafe class Turn
{
    /// <param name="from">First row.</param>
    /// <param name="row">Floats from a row to the next.</param>
    /// <param name="to">First row of the turned block.</param>
    /// <param name="turnedRow">Floats from a row of it to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Eight(float* from, nint row, float* to, nint turnedRow)
    {
        if (Avx.IsSupported)
        {
            EightAvx(from, row, to, turnedRow);
            return;
        }

        for (var i = 0; i < 8; i++)
        {
            for (var j = 0; j < 8; j++)
            {
                to[(j * turnedRow) + i] = from[(i * row) + j];
            }
        }
    }

    // Three rounds of exchange: neighbours, pairs, halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightAvx(float* from, nint row, float* to, nint turnedRow)
    {
        var (a, b, c, d) = Four(from, row);
        var (e, f, g, h) = Four(from + (4 * row), row);
        Store(a, e, to, turnedRow);
        Store(b, f, to + turnedRow, turnedRow);
        Store(c, g, to + (2 * turnedRow), turnedRow);
        Store(d, h, to + (3 * turnedRow), turnedRow);
    }

    // Columns 0 to 3 of four rows in the lower halves, 4 to 7 in the upper ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second, Vector256<float> Third, Vector256<float> Fourth) Four(float* from, nint row)
    {
        var (a, b) = (Vector256.Load(from), Vector256.Load(from + row));
        var (c, d) = (Vector256.Load(from + (2 * row)), Vector256.Load(from + (3 * row)));
        var (lowAB, highAB) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (lowCD, highCD) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        return (Avx.Shuffle(lowAB, lowCD, 0x44), Avx.Shuffle(lowAB, lowCD, 0xEE), Avx.Shuffle(highAB, highCD, 0x44), Avx.Shuffle(highAB, highCD, 0xEE));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> upper, Vector256<float> lower, float* to, nint turnedRow)
    {
        Vector256.Store(Avx.Permute2x128(upper, lower, 0x20), to);
        Vector256.Store(Avx.Permute2x128(upper, lower, 0x31), to + (4 * turnedRow));
    }
}
