using CsCheck;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

public sealed class TicksTests
{
    [Fact]
    public void Linear_ticks_are_few_evenly_spaced_and_inside() =>
        Gen.Select(Gen.Double[-1e4, 1e4], Gen.Double[-6, 6]).Sample((low, power) =>
        {
            var high = low + Math.Pow(10, power);
            var ticks = Ticks.Of(low, high, isLog: false, most: 7);
            var step = (high - low) * 1e-6 + 1e-9;
            return ticks.Length is >= 2 and <= 8 && ticks.All(tick => tick >= low - step && tick <= high + step)
                && ticks.Zip(ticks.Skip(1), (a, b) => b - a).All(gap => Math.Abs(gap - (ticks[1] - ticks[0])) < 1e-6 * gap + 1e-11);
        });

    [Fact]
    public void Logarithmic_ticks_are_decades_over_a_wide_span_and_finer_over_a_narrow_one()
    {
        Assert.Equal([1e-4, 1e-3, 1e-2, 0.1, 1], Ticks.Of(1e-4, 2, isLog: true, most: 9));
        Assert.Equal([0.2, 0.5, 1, 2], Ticks.Of(0.15, 3, isLog: true, most: 9));
        Assert.InRange(Ticks.Of(1e-30, 1e30, isLog: true, most: 9).Length, 3, 9);
    }

    [Theory]
    [InlineData(new[] { 0.0, 0.25 }, new[] { "0", "0.25" })]
    [InlineData(new[] { -12000.0, -11000 }, new[] { "-12000", "-11000" })]
    [InlineData(new[] { 1e-5, 2e-5 }, new[] { "1e-5", "2e-5" })]
    [InlineData(new[] { 25_000_000.0, 30_000_000 }, new[] { "2.5e7", "3e7" })]
    [InlineData(new[] { 1_000_000.2, 1_000_000.4 }, new[] { "1.0000002e6", "1.0000004e6" })]
    public void Labels_are_short_and_tell_neighbours_apart(double[] ticks, string[] labels) => Assert.Equal(labels, Ticks.Labels(ticks));
}
