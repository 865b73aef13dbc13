using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class SensorTests
{
    private static readonly Trajectories Truth = Swings(runs: 40, steps: 500);

    [Fact]
    public void Its_noise_has_the_given_mean_and_deviation()
    {
        var noise = new Sensor { Noise = [0.1, 0.5] }.Observe(Truth, seed: 1).States - Truth.States;
        var count = Truth.Runs * (Truth.Steps + 1);
        foreach (var (channel, deviation) in new[] { (0, 0.1), (1, 0.5) })
        {
            // Four standard errors of a mean and of a deviation.
            Assert.Equal(0, noise.select(-1, channel).mean().ToDouble(), 4 * deviation / Math.Sqrt(count));
            Assert.Equal(deviation, noise.select(-1, channel).std().ToDouble(), 4 * deviation / Math.Sqrt(2.0 * count));
        }
    }

    [Fact]
    public void It_loses_the_given_fraction_of_readings_in_all_channels_at_once()
    {
        var lost = new Sensor { Noise = [0.1, 0.1], DropOut = 0.3 }.Observe(Truth, seed: 1).States.isnan();
        Assert.True(lost.select(-1, 0).Equals(lost.select(-1, 1)));
        var count = Truth.Runs * (Truth.Steps + 1);
        Assert.Equal(0.3, lost.select(-1, 0).to(float64).mean().ToDouble(), 4 * Math.Sqrt(0.3 * 0.7 / count));
    }

    [Fact]
    public void Without_a_reading_lost_none_is_NaN_and_with_all_lost_all_are()
    {
        Assert.False(new Sensor { Noise = [1, 1] }.Observe(Truth, 1).States.isnan().any().ToBoolean());
        Assert.True(new Sensor { Noise = [1, 1], DropOut = 1 }.Observe(Truth, 1).States.isnan().all().ToBoolean());
    }

    [Fact]
    public void A_slower_sensor_sees_every_so_many_states_and_the_mean_of_the_actions_between()
    {
        var seen = new Sensor { Rate = 25, Noise = [0, 0] }.Observe(Truth, seed: 1);
        Assert.Equal(0.04, seen.Dt, 1e-12);
        Assert.Equal(125, seen.Steps);
        Assert.Equal(0, Doubles.Worst(seen.States[3, 7], Truth.States[3, 28]));
        Assert.Equal(0, Doubles.Worst(seen.Actions[3, 7, 0], Truth.Actions[3].narrow(0, 28, 4).mean()), 1e-12);
    }

    [Fact]
    public void It_leaves_out_what_does_not_fill_a_whole_interval()
    {
        var seen = new Sensor { Rate = 100.0 / 3, Noise = [0, 0] }.Observe(Truth, seed: 1);
        Assert.Equal(166, seen.Steps);
        Assert.Equal(0, Doubles.Worst(seen.States[0, 166], Truth.States[0, 498]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_readings_and_another_one_others()
    {
        Sensor sensor = new() { Noise = [0.1, 0.1], DropOut = 0.2 };
        var (first, again, other) = (sensor.Observe(Truth, 5).States, sensor.Observe(Truth, 5).States, sensor.Observe(Truth, 6).States);
        Assert.True(first.nan_to_num().Equals(again.nan_to_num()));
        Assert.False(first.nan_to_num().Equals(other.nan_to_num()));
    }

    [Fact]
    public void It_disturbs_no_other_random_number()
    {
        Seed.Set(3);
        var undisturbed = rand(5);
        Seed.Set(3);
        new Sensor { Noise = [1, 1] }.Observe(Truth, 1);
        Assert.True(rand(5).Equals(undisturbed));
    }

    [Fact]
    public void What_is_seen_is_never_the_true_state() =>
        Assert.False(new Sensor { Noise = [1e-3, 1e-3] }.Observe(Truth, 1).States.eq(Truth.States).any().ToBoolean());

    [Theory]
    [InlineData(30)]
    [InlineData(150)]
    [InlineData(-10)]
    [InlineData(double.NaN)]
    public void It_refuses_a_rate_that_does_not_divide_the_worlds(double rate)
    {
        var e = Assert.Throws<ArgumentException>(() => new Sensor { Rate = rate, Noise = [0, 0] }.Observe(Truth, 1));
        Assert.Contains("100 Hz", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_to_read_less_than_twice() =>
        Assert.Contains("no second reading", Assert.Throws<ArgumentException>(() => new Sensor { Rate = 0.1, Noise = [0, 0] }.Observe(Truth, 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 0.1 })]
    [InlineData(new[] { 0.1, 0.1, 0.1 })]
    [InlineData(new[] { 0.1, -1 })]
    [InlineData(new[] { 0.1, double.NaN })]
    public void It_refuses_noise_that_does_not_fit_the_channels(double[] noise) =>
        Assert.Contains("angle [rad]", Assert.Throws<ArgumentException>(() => new Sensor { Noise = noise }.Observe(Truth, 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void It_refuses_what_is_no_probability(double dropOut) =>
        Assert.Contains("0 to 1", Assert.Throws<ArgumentException>(() => new Sensor { Noise = [0, 0], DropOut = dropOut }.Observe(Truth, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_tensor_is_left_behind() => Assert.Equal(2, LiveTensors.LeftBy(() => new Sensor { Noise = [0.1, 0.1], DropOut = 0.2 }.Observe(Truth, 1)));

    private static Trajectories Swings(int runs, int steps)
    {
        Generator random = new(7);
        return new Simulated(new Pendulum(), 0.01).Run(rand([runs, 2], float64, generator: random), randn([runs, steps, 1], float64, generator: random));
    }
}
