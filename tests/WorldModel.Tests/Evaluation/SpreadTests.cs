using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3, 3, 3)]
    [InlineData(new[] { 5.0, 1, 3 }, 3, 1, 5)]
    [InlineData(new[] { 4.0, 1, 3, 10 }, 3.5, 1, 10)]
    [InlineData(new[] { 1.0, double.NaN, 2 }, 2, 1, double.PositiveInfinity)]
    [InlineData(new[] { double.NaN, double.NaN, 2 }, double.PositiveInfinity, 2, double.PositiveInfinity)]
    public void The_median_lies_in_the_middle_and_a_failed_run_counts_as_the_worst(double[] values, double median, double lowest, double highest) =>
        Assert.Equal(new(median, lowest, highest), Spread.Of(values));

    [Fact]
    public void No_value_has_no_spread()
    {
        Assert.Throws<ArgumentException>(() => Spread.Of());
        Assert.Throws<ArgumentException>(() => Spread.OverSeeds(0, seed => seed));
    }

    [Fact]
    public void An_experiment_runs_under_the_seeds_from_1_on()
    {
        List<(int Seed, float Drawn)> seen = [];
        var spread = Spread.OverSeeds(3, seed =>
        {
            seen.Add((seed, rand(1).item<float>()));
            return 10 * seed;
        });
        Assert.Equal(new(20, 10, 30), spread);
        Assert.Equal([1, 2, 3], seen.Select(run => run.Seed));
        Seed.Set(2);
        Assert.Equal(rand(1).item<float>(), seen[1].Drawn);
    }

    [Fact]
    public void It_reads_as_median_and_extremes()
    {
        Assert.Equal("0.123 [0.1, 12]", new Spread(0.1234, 0.1, 12).ToString());
        Assert.Equal("0.5", Spread.Of(0.5).ToString());
    }
}
