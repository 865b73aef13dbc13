using WorldModel.Benchmarks.Coverage;

namespace WorldModel.Tests.Learning.Calibrating;

public sealed class CalibrationCoverageTests
{
    private const int Repeats = 20;

    // Of 20 intervals of 90 % fewer than 14 hold the truth with a probability of 0.24 % (binomial). So that intervals
    // without end do not pass, the standard error has to be the spread of the estimates, known to one part in six.
    [Fact]
    public void Intervals_hold_the_truth_as_often_as_they_say_and_errors_are_the_spread_of_estimates()
    {
        var rows = CoverageRun.Measure(CoverageCase.Flight(), Repeats);
        Assert.All(rows, row =>
        {
            Assert.InRange(row.Covered, 14, Repeats);
            Assert.InRange(row.ErrorOverSpread, 0.6, 1.7);
            Assert.InRange(row.BiasOverSpread, -1, 1);
        });
    }

    [Theory]
    [InlineData(180, 200, 0.8596, 0.9297)]
    [InlineData(20, 20, 0.8808, 1)]
    public void What_repeats_tell_has_an_interval_too(int covered, int repeats, double low, double high)
    {
        var sure = new CoverageRow("", covered, repeats, 1, 0).Sure;
        Assert.Equal(low, sure.Low, 1e-4);
        Assert.Equal(high, sure.High, 1e-4);
    }
}
