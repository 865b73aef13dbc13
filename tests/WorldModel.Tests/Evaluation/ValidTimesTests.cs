using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class ValidTimesTests
{
    [Fact]
    public void A_prediction_that_never_errs_too_much_is_valid_to_the_end() => Assert.Equal(1.5, ValidTime(errors: [0, 0.9, -1, 1]));

    [Fact]
    public void It_is_valid_up_to_the_last_state_before_the_error() => Assert.Equal(0.5, ValidTime(errors: [0, 1, 1.1, 0]));

    [Fact]
    public void An_error_in_the_first_step_leaves_nothing() => Assert.Equal(0, ValidTime(errors: [0, 2, 0, 0]));

    [Fact]
    public void An_error_at_the_start_leaves_nothing() => Assert.Equal(0, ValidTime(errors: [2, 0, 0, 0]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_prediction_that_is_no_number_is_no_longer_valid(double value) => Assert.Equal(0.5, ValidTime(errors: [0, 0, value, 0]));

    [Fact]
    public void A_lost_reading_tells_neither_way()
    {
        var truth = Runs.Of(new double[,,] { { { 0, 0 }, { double.NaN, double.NaN }, { 0, 0 }, { 0, 0 } } });
        var prediction = Runs.Of(new double[,,] { { { 0, 0 }, { 9, 9 }, { 0, 0 }, { 9, 9 } } });
        Assert.Equal([1], Horizon.ValidTimes(truth, prediction, ones(2, float64), 1));
    }

    [Fact]
    public void Errors_count_in_units_of_each_channels_deviation_and_as_the_root_of_their_mean_square()
    {
        // √((4/4)² + (30/30)²)/√2 = 1 in the first step, and √((8/4)² + 0)/√2 = 1.41 in the second.
        var truth = Runs.Of(new double[,,] { { { 0, 0 }, { 0, 0 }, { 0, 0 } } });
        var prediction = Runs.Of(new double[,,] { { { 0, 0 }, { 4, -30 }, { 8, 0 } } });
        var deviation = tensor(new[] { 4.0, 30 });
        Assert.Equal([0], Horizon.ValidTimes(truth, prediction, deviation, 0.99));
        Assert.Equal([0.5], Horizon.ValidTimes(truth, prediction, deviation, 1.01));
        Assert.Equal([0.5], Horizon.ValidTimes(truth, prediction, deviation, 1.41));
        Assert.Equal([1], Horizon.ValidTimes(truth, prediction, deviation, 1.42));
    }

    [Fact]
    public void Every_run_has_its_own()
    {
        var truth = Runs.Of(new double[,,] { { { 0, 0 }, { 0, 0 }, { 0, 0 } }, { { 0, 0 }, { 0, 0 }, { 0, 0 } } });
        var prediction = Runs.Of(new double[,,] { { { 0, 0 }, { 0, 0 }, { 5, 5 } }, { { 0, 0 }, { 5, 5 }, { 0, 0 } } });
        Assert.Equal([0.5, 0], Horizon.ValidTimes(truth, prediction, ones(2, float64), 1));
    }

    private static double ValidTime(double[] errors)
    {
        var truth = zeros([1, errors.Length, 2], float64);
        var prediction = tensor(errors).reshape(1, -1, 1).expand(1, -1, 2);
        var none = zeros([1, errors.Length - 1, 0], float64);
        return Assert.Single(Horizon.ValidTimes(new(Runs.State, Space.None, truth, none, 0.5), new(Runs.State, Space.None, prediction, none, 0.5), ones(2, float64), 1));
    }
}
