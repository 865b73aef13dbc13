using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Parts;

/// <summary>Activations with their derivatives, over 4096 numbers.</summary>
public class CurveParts
{
    private const int Count = 4096;

    private readonly float[] numbers = new float[3 * Count];

    /// <summary>Which activation.</summary>
    [Params("Silu", "Tanh", "Relu")]
    public string Curve { get; set; } = "";

    /// <summary>All numbers once.</summary>
    [Benchmark]
    public void Apply()
    {
        var activation = Enum.Parse<Activation>(Curve);
        switch (SimdWidths.Chosen)
        {
            case SimdWidth.Bits512:
                Bend<Simd512, Vector512<float>>(activation);
                break;
            case SimdWidth.Bits256:
                Bend<Simd256, Vector256<float>>(activation);
                break;
            default:
                Bend<Simd128, Vector128<float>>(activation);
                break;
        }
    }

    private unsafe void Bend<S, V>(Activation activation) where S : struct, ISimd<V> where V : struct
    {
        fixed (float* from = numbers)
        {
            numbers.AsSpan(0, Count).CopyTo(numbers.AsSpan(Count, Count));
            Curves<S, V>.Bend(activation, from + Count, from + (2 * Count), Count);
        }
    }
}
