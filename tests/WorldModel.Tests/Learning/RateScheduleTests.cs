using WorldModel.Learning;

namespace WorldModel.Tests.Learning;

public sealed class RateScheduleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    public void Unless_asked_otherwise_the_rate_falls_along_half_a_cosine(int epoch) =>
        Assert.Equal(0.2 * 0.5 * (1 + Math.Cos(Math.PI * (epoch - 1) / 20)), new FitOptions(Epochs: 20, LearningRate: 0.2).LearningRateIn(epoch));

    [Fact]
    public void A_constant_rate_stays_as_it_is() => Assert.All(Rates(new(Epochs: 7, LearningRate: 0.2) { Schedule = RateSchedule.Constant }), rate => Assert.Equal(0.2, rate));

    [Fact]
    public void Warming_up_it_rises_in_equal_steps_and_then_follows_the_schedule()
    {
        var rates = Rates(new(Epochs: 12, LearningRate: 0.4) { WarmUp = 3 });
        Assert.Equal([0.1, 0.2, 0.3, 0.4], rates[..4].Select(rate => Math.Round(rate, 12)));
        Assert.Equal(Rates(new(Epochs: 9, LearningRate: 0.4)), rates[3..]);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.4], Rates(new(Epochs: 5, LearningRate: 0.4) { WarmUp = 3, Schedule = RateSchedule.Constant }).Select(rate => Math.Round(rate, 12)));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        FitOptions[] options =
        [
            new(Epochs: 5) { WarmUp = 5 }, new() { WarmUp = -1 }, new() { WeightDecay = -1 }, new() { WeightDecay = double.NaN },
            new() { InputNoise = -0.1 }, new() { InputNoise = double.PositiveInfinity }, new() { CheckpointEvery = 0 },
        ];
        Assert.All(options, option => Assert.ThrowsAny<ArgumentException>(option.Validate));
    }

    private static double[] Rates(FitOptions options) => [.. Enumerable.Range(1, options.Epochs).Select(options.LearningRateIn)];
}
