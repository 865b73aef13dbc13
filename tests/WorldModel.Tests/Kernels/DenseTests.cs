using System.Runtime.Intrinsics;
using CsCheck;
using TorchSharp;
using WorldModel.Kernels;
using static TorchSharp.torch;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class DenseTests
{
    private static readonly Gen<(int K, int N, int Lanes, Activation Activation, int Seed)> Cases =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.OneOf(32, 64), Gen.Enum<Activation>(), Gen.Int[0, 1000]);

    [Fact]
    public void A_layer_512_bits_wide_is_TorchSharps_layer() => Cases.Sample(Agrees<Simd512, Vector512<float>>, iter: 30, threads: 1);

    [Fact]
    public void A_layer_256_bits_wide_is_TorchSharps_layer() => Cases.Sample(Agrees<Simd256, Vector256<float>>, iter: 30, threads: 1);

    [Fact]
    public void A_layer_128_bits_wide_is_TorchSharps_layer() => Cases.Sample(Agrees<Simd128, Vector128<float>>, iter: 30, threads: 1);

    private static bool Agrees<S, V>((int K, int N, int Lanes, Activation Activation, int Seed) size)
        where S : struct, ISimd<V>
        where V : struct
    {
        using var scope = NewDisposeScope();
        var generator = new Random(size.Seed);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((generator.NextDouble() * 4) - 2))];
        var (weights, bias, x) = (Numbers(size.N * size.K), Numbers(size.N), Numbers(size.K * size.Lanes));
        var (inputs, outputs) = ((size.K + 7) / 8 * 8, (size.N + 7) / 8 * 8);
        using var packed = new NativeFloats(inputs * outputs);
        using var packedBias = new NativeFloats(outputs);
        using var packedX = new NativeFloats(inputs * size.Lanes);
        using var y = new NativeFloats(outputs * size.Lanes);
        using var slice = new NativeFloats(inputs * 2 * S.Lanes);
        using var slope = new NativeFloats(outputs * size.Lanes);
        for (var n = 0; n < size.N; n++)
        {
            packedBias.Pointer[n] = bias[n];
            for (var k = 0; k < size.K; k++)
            {
                packed.Pointer[(n / 8 * inputs * 8) + (k * 8) + (n % 8)] = weights[(n * size.K) + k];
            }
        }

        x.CopyTo(new Span<float>(packedX.Pointer, x.Length));
        DenseLayerPass<S, V>.Forward(new DenseLayer(inputs, outputs, size.Activation, packed.Pointer, packedBias.Pointer, null), packedX.Pointer, y.Pointer, slope.Pointer, new(size.Lanes, slice.Pointer));

        var z = tensor(weights).view(size.N, size.K).mm(tensor(x).view(size.K, size.Lanes)).add(tensor(bias).unsqueeze(1)).requires_grad_();
        var expected = size.Activation switch
        {
            Activation.Silu => nn.functional.silu(z),
            Activation.Tanh => z.tanh(),
            Activation.Relu => z.relu(),
            _ => z * 1,
        };
        expected.sum().backward();
        return Close(expected, y) && (size.Activation == Activation.None || Close(z.grad!, slope));
    }

    private static bool Close(Tensor expected, NativeFloats found)
    {
        var flat = expected.detach().flatten().data<float>().ToArray();
        return Enumerable.Range(0, flat.Length).All(i => Math.Abs(flat[i] - found.Pointer[i]) <= 2e-5 * Math.Max(1, Math.Abs(flat[i])));
    }
}
