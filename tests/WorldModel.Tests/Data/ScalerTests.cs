using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class ScalerTests
{
    [Fact]
    public void Scaled_values_have_mean_0_and_deviation_1_and_scale_back()
    {
        var values = randn([50, 20, 3], float64, generator: new Generator(4)) * tensor(new[] { 0.01, 1, 1000 }) + tensor(new[] { 5.0, 0, -1e4 });
        var scaler = Scaler.Fit(values);
        var scaled = scaler.Scale(values).reshape(-1, 3);
        Assert.All(Doubles.Of(scaled.mean([0])), mean => Assert.Equal(0, mean, 1e-9));
        Assert.All(Doubles.Of(scaled.std(0, unbiased: false)), deviation => Assert.Equal(1, deviation, 1e-9));
        Assert.Equal(0, Doubles.Worst(scaler.Unscale(scaler.Scale(values)), values), 1e-9);
    }

    [Fact]
    public void Rows_with_a_lost_reading_do_not_count()
    {
        var scaler = Scaler.Fit(tensor(new[,] { { 1.0, 10 }, { double.NaN, 1e6 }, { 3, 30 }, { 1e6, double.PositiveInfinity } }));
        Assert.Equal([2, 20], Doubles.Of(scaler.Mean));
        Assert.Equal([1, 10], Doubles.Of(scaler.Deviation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-1e6)]
    public void A_channel_that_never_changes_is_only_shifted(double value)
    {
        var values = full([1001, 1], value, float32);
        var scaler = Scaler.Fit(values);
        Assert.Equal([1], Doubles.Of(scaler.Deviation));
        Assert.All(Doubles.Of(scaler.Scale(values)), scaled => Assert.Equal(0, scaled));
    }

    [Fact]
    public void Statistics_of_floats_are_as_good_as_those_of_doubles_far_from_zero()
    {
        var values = (randn([100_000, 1], float64, generator: new Generator(5)) + 1e5).to(float32);
        var (single, exact) = (Scaler.Fit(values), Scaler.Fit(values.to(float64)));
        Assert.Equal(float32, single.Mean.dtype);
        Assert.Equal(Doubles.Of(exact.Mean)[0], Doubles.Of(single.Mean)[0], 0.01);
        Assert.Equal(Doubles.Of(exact.Deviation)[0], Doubles.Of(single.Deviation)[0], 1e-6);
    }

    [Fact]
    public void Changes_are_counted_between_readings_in_a_row()
    {
        var states = tensor(new[] { 0.0, 1, 4, double.NaN, 10, 16 }).reshape(1, 6, 1);
        var changes = Scaler.OfChanges(new(new(new Channel("x", "m")), Space.None, states, zeros([1, 5, 0]), 1));
        Assert.Equal((1 + 3 + 6) / 3.0, changes.Mean.ToDouble(), 1e-12);
        Assert.Equal(Math.Sqrt((1 + 9 + 36) / 3.0 - 100 / 9.0), changes.Deviation.ToDouble(), 1e-12);
    }

    [Fact]
    public void Nothing_but_lost_readings_has_no_statistics() =>
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => Scaler.Fit(full([5, 2], double.NaN))).Message, StringComparison.Ordinal);

    [Fact]
    public void No_tensor_is_left_behind_but_the_two()
    {
        var values = rand(10, 3);
        Assert.Equal(2, LiveTensors.LeftBy(() => Scaler.Fit(values)));
    }
}
