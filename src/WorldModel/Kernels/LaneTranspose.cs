using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace WorldModel.Kernels;

/// <summary>Turns rows into columns: runs beside each other in tensors are lanes above each other in kernels.</summary>
internal static unsafe class LaneTranspose
{
    /// <summary>to[c · toStride + r] = from[r · fromStride + c], in squares of four where there are any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(float* from, long fromStride, float* to, long toStride, (int Rows, int Columns) size)
    {
        var (rows, columns) = (size.Rows & ~3, size.Columns & ~3);
        for (var column = 0; column < columns; column += 4)
        {
            float* source = from + column, target = to + (column * toStride);
            for (var row = 0; row < rows; row += 4)
            {
                Square(source, fromStride, target, toStride);
                source += 4 * fromStride;
                target += 4;
            }
        }

        Rest(from, fromStride, to, toStride, (0, rows, columns, size.Columns));
        Rest(from, fromStride, to, toStride, (rows, size.Rows, 0, size.Columns));
    }

    // Interleaving rows 0 with 2 and 1 with 3, and the results with each other, turns four rows into four columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* from, long fromStride, float* to, long toStride)
    {
        var (a, b) = (Vector128.Load(from), Vector128.Load(from + fromStride));
        var (c, d) = (Vector128.Load(from + (2 * fromStride)), Vector128.Load(from + (3 * fromStride)));
        var (ac, bd) = (Low(a, c), Low(b, d));
        Vector128.Store(Low(ac, bd), to);
        Vector128.Store(High(ac, bd), to + toStride);
        (ac, bd) = (High(a, c), High(b, d));
        Vector128.Store(Low(ac, bd), to + (2 * toStride));
        Vector128.Store(High(ac, bd), to + (3 * toStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b) : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b) : Vector128.Create(a[2], b[2], a[3], b[3]);

    private static void Rest(float* from, long fromStride, float* to, long toStride, (int Row, int Rows, int Column, int Columns) part)
    {
        for (var row = part.Row; row < part.Rows; row++)
        {
            for (var column = part.Column; column < part.Columns; column++)
            {
                to[(column * toStride) + row] = from[(row * fromStride) + column];
            }
        }
    }
}
