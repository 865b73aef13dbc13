using System.Runtime.Intrinsics;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class LaneNoiseTests
{
    // Known answers of the authors' Random123 for threefry2x32 with 20 rounds.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0x6b200159u, 0x99ba4efeu)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x1cb996fcu, 0xbb002be7u)]
    [InlineData(0x13198a2eu, 0x03707344u, 0x243f6a88u, 0x85a308d3u, 0xc4923a9cu, 0x483df7a0u)]
    public void Its_words_are_those_of_Threefry(uint seed, uint stream, uint x, uint y, uint first, uint second)
    {
        var (a, b) = new LaneNoise((int)seed, (int)stream).Words(Vector256.Create(x), Vector256.Create(y));
        Assert.Equal((Vector256.Create(first), Vector256.Create(second)), (a, b));
    }

    [Fact]
    public void Its_numbers_are_normal_and_do_not_know_of_each_other()
    {
        const int Count = 200_000;
        var (x, y) = Draw(new(3, 1), Count, row: 0);
        foreach (var numbers in new[] { x, y })
        {
            Assert.Equal(0, Mean(numbers, z => z), 5 / Math.Sqrt(Count));
            Assert.Equal(1, Mean(numbers, z => z * z), 5 * Math.Sqrt(2.0 / Count));
            Assert.Equal(3, Mean(numbers, z => z * z * z * z), 5 * Math.Sqrt(96.0 / Count));
            Assert.Equal(0.0455, Mean(numbers, z => Math.Abs(z) > 2 ? 1 : 0), 5 * Math.Sqrt(0.0455 / Count));
        }

        Assert.Equal(0, x.Zip(y, (a, b) => (double)a * b).Average(), 5 / Math.Sqrt(Count));
        Assert.Equal(0, x.Skip(1).Zip(x, (a, b) => (double)a * b).Average(), 5 / Math.Sqrt(Count));
    }

    [Fact]
    public void A_number_follows_from_its_row_pair_seed_and_stream_alone()
    {
        var (x, y) = Draw(new(3, 1), 64, row: 0);
        Assert.Equal(x[24..], Draw(new(3, 1), 40, row: 24).X);
        Assert.All([Draw(new(4, 1), 64, 0), Draw(new(3, 2), 64, 0), Draw(new(3, 1), 64, 64), Draw(new(3, 1), 64, 0, pair: 1)], other =>
        {
            Assert.Empty(x.Intersect(other.X));
            Assert.Empty(y.Intersect(other.Y));
        });
    }

    private static (float[] X, float[] Y) Draw(LaneNoise noise, int count, int row, int pair = 0)
    {
        var (x, y) = (new float[count], new float[count]);
        fixed (float* first = x, second = y)
        {
            noise.Draw((row, pair), first, second, count);
        }

        return (x, y);
    }

    private static double Mean(float[] numbers, Func<double, double> of) => numbers.Average(number => of(number));
}
