using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Tests.Benchmarks;

public sealed class BlocksTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 1.0, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 1.0, 2.5)]
    [InlineData(new[] { 0.5 }, 0.5, 0.5)]
    public void The_best_is_the_shortest_and_the_median_the_middle(double[] seconds, double best, double median)
    {
        Blocks blocks = new();
        blocks.Add(seconds);
        Assert.Equal((best, median), (blocks.Best, blocks.Median));
    }

    [Fact]
    public void Rounds_add_up()
    {
        Blocks blocks = new();
        blocks.Add([3, 2]);
        blocks.Add([1]);
        Assert.Equal((3, 1.0), (blocks.Count, blocks.Best));
    }

    [Fact]
    public void Nothing_measured_has_no_best()
    {
        Assert.Throws<InvalidOperationException>(() => new Blocks().Best);
        Assert.Throws<InvalidOperationException>(() => new Blocks().Median);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_nothing_can_take_is_refused(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blocks().Add([seconds]));
}
