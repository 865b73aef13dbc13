using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class BootstrapTests
{
    [Fact]
    public void The_interval_of_a_mean_is_as_wide_as_theory_says()
    {
        Random random = new(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        var (low, high) = Bootstrap.Interval(values, draw => draw.Average());
        Assert.InRange(values.Average(), low, high);
        Assert.Equal(2 * 1.645 / Math.Sqrt(12 * 400), high - low, 0.004);
    }

    [Fact]
    public void Equal_values_have_no_width() => Assert.Equal((3, 3), Bootstrap.Interval([3, 3, 3], draw => draw.Max()));

    [Fact]
    public void It_says_the_same_every_time() =>
        Assert.Equal(Bootstrap.Interval([1, 2, 5], draw => draw.Sum()), Bootstrap.Interval([1, 2, 5], draw => draw.Sum()));

    [Fact]
    public void Nothing_and_nonsense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval([], draw => draw.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Interval([1], draw => draw.Count, confidence: 1));
    }
}
