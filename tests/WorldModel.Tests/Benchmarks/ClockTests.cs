using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Tests.Benchmarks;

public sealed class ClockTests
{
    [Fact]
    public void Blocks_hold_as_many_runs_as_they_say()
    {
        var runs = 0L;
        var times = Clock.Measure(() => runs++, seconds: 0.05);
        Assert.True(times.Length >= 2);
        Assert.All(times, time => Assert.True(time > 0));
        Assert.True(runs > times.Length, "an empty run fills a block only many times over");
    }

    [Fact]
    public void A_failure_reaches_the_caller() =>
        Assert.Throws<NotSupportedException>(() => Clock.Measure(() => throw new NotSupportedException(), seconds: 0));
}
