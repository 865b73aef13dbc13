using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Tests.Benchmarks;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(1.5, "1.50 s")]
    [InlineData(0.9999, "1.00 s")]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(450e-6, "450 µs")]
    [InlineData(0.00099999, "1.00 ms")]
    [InlineData(7.4e-7, "740 ns")]
    [InlineData(2e-12, "0.00200 ns")]
    [InlineData(1234, "1234 s")]
    public void Times_have_three_digits_and_a_fitting_unit(double seconds, string text) => Assert.Equal(text, Amounts.Time(seconds));

    [Fact]
    public void Ratios_have_three_digits_and_what_is_missing_a_dash()
    {
        Assert.Equal(["0.250", "1.20", "12.0", "0.0412", "–"], new double?[] { 0.25, 1.2, 12, 0.0412, null }.Select(Amounts.Ratio));
        Assert.Equal(["81 %", "–"], new double?[] { 0.812, null }.Select(Amounts.Percent));
    }

    [Fact]
    public void Counts_are_grouped() => Assert.Equal(["1 000 000", "999", "0"], new[] { 1_000_000L, 999, 0 }.Select(Amounts.Count));
}
