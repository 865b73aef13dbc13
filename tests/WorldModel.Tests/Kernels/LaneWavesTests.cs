using System.Runtime.Intrinsics;
using CsCheck;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class LaneWavesTests
{
    private static readonly Gen<float> Angle = Gen.OneOf(
        Gen.Float[-10, 10], Gen.Float[-6_500, 6_500], Gen.Float[-1e9f, 1e9f], Gen.Float[-1e-6f, 1e-6f], Gen.Int[-4000, 4000].Select(quarter => quarter * MathF.PI / 2));

    private static readonly Gen<float[]> Angles = Angle.Array[16];

    [Fact]
    public void Sine_and_cosine_512_bits_wide_are_right_to_the_last_places() => Angles.Sample(AreRight<Simd512, Vector512<float>>, iter: 2000);

    [Fact]
    public void Sine_and_cosine_256_bits_wide_are_right_to_the_last_places() => Angles.Sample(AreRight<Simd256, Vector256<float>>, iter: 2000);

    [Fact]
    public void Sine_and_cosine_128_bits_wide_are_right_to_the_last_places() => Angles.Sample(AreRight<Simd128, Vector128<float>>, iter: 2000);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e9f)]
    public void A_strange_lane_changes_nothing_in_its_neighbours(float strange)
    {
        float[] angles = [.. Enumerable.Range(0, 16).Select(i => i * 0.7f)];
        var (sine, cosine) = Both<Simd256, Vector256<float>>(angles);
        angles[3] = strange;
        var (sineBeside, cosineBeside) = Both<Simd256, Vector256<float>>(angles);
        Assert.All(Enumerable.Range(0, 16).Where(i => i != 3), i => Assert.Equal((sine[i], cosine[i]), (sineBeside[i], cosineBeside[i])));
        Assert.Equal(MathF.Sin(strange), sineBeside[3], 1e-6f);
        Assert.Equal(MathF.Cos(strange), cosineBeside[3], 1e-6f);
    }

    private static bool AreRight<S, V>(float[] angles) where S : struct, ISimd<V> where V : unmanaged
    {
        var (sine, cosine) = Both<S, V>(angles);
        return Enumerable.Range(0, angles.Length).All(i =>
            Math.Abs(Math.Sin(angles[i]) - sine[i]) <= 2e-7 && Math.Abs(Math.Cos(angles[i]) - cosine[i]) <= 2e-7);
    }

    private static (float[] Sine, float[] Cosine) Both<S, V>(float[] angles) where S : struct, ISimd<V> where V : unmanaged
    {
        var (sine, cosine) = (new float[angles.Length], new float[angles.Length]);
        fixed (float* from = angles, toSine = sine, toCosine = cosine)
        {
            for (var i = 0; i < angles.Length; i += S.Lanes)
            {
                S.Store(LaneWaves<S, V>.Sin(S.Load(from + i)), toSine + i);
                S.Store(LaneWaves<S, V>.Cos(S.Load(from + i)), toCosine + i);
            }
        }

        return (sine, cosine);
    }
}
