using System.Runtime.Intrinsics;

namespace WorldModel.Kernels;

/// <summary>Width of the vectors that kernels use [bits].</summary>
internal enum SimdWidth
{
    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}

/// <summary>Which width this process uses: the widest that the machine adds and multiplies in one instruction.</summary>
internal static class SimdWidths
{
    /// <summary>Environment variable that asks for another width: 128, 256 or 512. Wider than the machine's is emulated and slow.</summary>
    internal const string Variable = "WORLDMODEL_SIMD";

    internal static SimdWidth Chosen { get; } = Choose(Environment.GetEnvironmentVariable(Variable));

    /// <exception cref="ArgumentException">The wish is no width.</exception>
    internal static SimdWidth Choose(string? wish) => wish switch
    {
        null or "" => Widest(),
        "128" => SimdWidth.Bits128,
        "256" => SimdWidth.Bits256,
        "512" => SimdWidth.Bits512,
        _ => throw new ArgumentException($"the environment variable {Variable} must be 128, 256 or 512, not {wish}"),
    };

    private static SimdWidth Widest() =>
        Vector512.IsHardwareAccelerated ? SimdWidth.Bits512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Bits256
        : SimdWidth.Bits128;
}
