using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class ErrorByHorizonTests
{
    private static readonly Trajectories Truth = Runs.Of(new double[,,]
    {
        { { 0, 0 }, { 1, 10 }, { double.NaN, double.NaN } },
        { { 5, 5 }, { 2, 20 }, { double.NaN, double.NaN } },
        { { 9, 9 }, { double.NaN, double.NaN }, { double.NaN, double.NaN } },
    });

    private static readonly Trajectories Prediction = Runs.Of(new double[,,]
    {
        { { 0, 0 }, { 4, 10 }, { 1, 1 } },
        { { 5, 5 }, { -2, 14 }, { 1, 1 } },
        { { 9, 9 }, { 1e6, 1e6 }, { 1, 1 } },
    });

    [Fact]
    public void It_is_the_root_mean_square_over_the_runs_that_have_a_reading()
    {
        var error = Horizon.ErrorByHorizon(Truth, Prediction);
        Assert.Equal([0, 0.5, 1], error.Seconds);
        Assert.Equal([0, Math.Sqrt((9 + 16) / 2.0), double.NaN], error.Rmse[0]);
        Assert.Equal([0, Math.Sqrt((0 + 36) / 2.0), double.NaN], error.Rmse[1]);
    }

    [Fact]
    public void It_can_be_asked_by_channel_and_time()
    {
        var error = Horizon.ErrorByHorizon(Truth, Prediction);
        Assert.Equal(Math.Sqrt(12.5), error.At("x", 0.6));
        Assert.Equal(Math.Sqrt(12.5 + 18), error.At(["x", "y"], 0.5), 1e-12);
        Assert.Equal(0, error.At("y", -3));
        Assert.Contains("x [m], y [m]", Assert.Throws<ArgumentException>(() => error.At("z", 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_that_is_NaN_shows() =>
        Assert.Equal(double.NaN, Horizon.ErrorByHorizon(Prediction, Truth).Rmse[0][1]);

    [Fact]
    public void Errors_of_floats_are_summed_in_double()
    {
        var truth = zeros([50_000, 2, 2], float32);
        var runs = new Trajectories(Runs.State, Space.None, truth, zeros([50_000, 1, 0]), 1);
        var error = Horizon.ErrorByHorizon(runs, new(Runs.State, Space.None, truth + 0.1f, zeros([50_000, 1, 0]), 1));
        Assert.Equal(0.1f, error.Rmse[0][1], 1e-12);
    }

    [Fact]
    public void What_differs_in_kind_is_named()
    {
        var shorter = Prediction.First(1);
        AssertRefused("[3, 3, 2] of (x [m], y [m]) every 0.5 s against [3, 2, 2]", shorter);
        AssertRefused("every 0.25 s", new(Runs.State, Space.None, Prediction.States, Prediction.Actions, 0.25));
        AssertRefused("(u [m], y [m])", new(new(new("u", "m"), new("y", "m")), Space.None, Prediction.States, Prediction.Actions, 0.5));
    }

    [Fact]
    public void A_step_that_differs_by_rounding_is_the_same() =>
        Assert.Equal(0, Horizon.ErrorByHorizon(Truth, new(Runs.State, Space.None, Truth.States, Truth.Actions, 0.5 + 1e-12)).At("x", 0.5));

    [Fact]
    public void No_tensor_is_left_behind()
    {
        Assert.Equal(0, LiveTensors.LeftBy(() => Horizon.ErrorByHorizon(Truth, Prediction)));
        var deviation = ones(2, float64);
        Assert.Equal(0, LiveTensors.LeftBy(() => Horizon.ValidTimes(Truth, Prediction, deviation, 1)));
    }

    private static void AssertRefused(string expected, Trajectories prediction)
    {
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Horizon.ErrorByHorizon(Truth, prediction)).Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Horizon.ValidTimes(Truth, prediction, ones(2), 1)).Message, StringComparison.Ordinal);
    }
}
