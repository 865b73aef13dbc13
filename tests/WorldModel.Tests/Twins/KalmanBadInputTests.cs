using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Twins;

public sealed class KalmanBadInputTests
{
    private readonly KalmanSystem system = KalmanSystem.Glider();

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Noise_of_a_sensor_must_be_positive(double deviation) =>
        Assert.Contains("the sensor noise", Assert.Throws<ArgumentException>(() => KalmanNoise.Of([1, 1], [1, deviation])).Message);

    [Fact]
    public void A_covariance_must_be_one()
    {
        AssertRefused("symmetric", () => new KalmanNoise(new double[,] { { 1, 0.5 }, { 0, 1 } }, new double[,] { { 1 } }));
        AssertRefused("the process noise must be a positive definite", () => new KalmanNoise(new double[,] { { 1, 2 }, { 2, 1 } }, new double[,] { { 1 } }));
        AssertRefused("the sensor noise must be a positive definite", () => new KalmanNoise(new double[,] { { 1 } }, new double[,] { { 1, 1 }, { 1, 1 } }));
        AssertRefused("variance 1 is -1", () => new Belief([0], new double[,] { { -1 } }));
        AssertRefused("beside a variance of 0", () => new Belief([0, 0], new double[,] { { 1, 0.1 }, { 0.1, 0 } }));
        AssertRefused("correlated by more than 1", () => new Belief([0, 0, 0], new[,] { { 1, 1, 0 }, { 1, 1, 0.5 }, { 0, 0.5, 1 } }));
        AssertRefused("[2, 2], not [1, 2]", () => new Belief([0, 0], new double[1, 2]));
        AssertRefused("number 2 is -0.1", () => KalmanNoise.Of([1, -0.1], [1]));
    }

    [Fact]
    public void A_start_must_be_numbers_of_the_right_count()
    {
        AssertRefused("the mean of a belief must be finite numbers, and number 1 is NaN", () => Belief.Of([double.NaN, 0], [1, 1]));
        AssertRefused("2 channels has 1 deviations", () => Belief.Of([0, 0], [1]));
        AssertRefused("a number for each of: x [m], x1 [m]; it has 1", () => system.Filter.Track(Belief.Of([0], [1])));
        AssertRefused("3 runs begin with 1 belief or 3, not 2", () => system.Filter.Filter(system.Simulate(3, 2, 1).Readings, system.Start, system.Start));
    }

    [Fact]
    public void Noise_must_fit_engine_and_sensor()
    {
        AssertRefused("process noise needs", () => Kalman.Linear(system.Engine, KalmanNoise.Of([1], [1, 1])));
        AssertRefused("sensor noise needs", () => Kalman.Unscented(system.Engine, KalmanNoise.Of([1, 1], [1, 1]), SensorModel.Of(system.State, "x")));
        AssertRefused("no channel 'y'", () => SensorModel.Of(system.State, "y"));
    }

    [Fact]
    public void Only_linear_engines_and_sensors_have_a_linear_filter()
    {
        Simulated pendulum = new(new Pendulum(), 0.1);
        AssertRefused("the engine is not linear", () => Kalman.Linear(pendulum, KalmanNoise.Of([1, 1], [1, 1])));
        AssertRefused("the sensor is not linear", () => Kalman.Linear(system.Engine, KalmanNoise.Of([1, 1], [1, 1]), new(system.State, states => states.abs())));
        Assert.NotNull(Kalman.Linear(new Simulated(new Projectile { Drag = Doubles.Scalar(0) }, 0.1), KalmanNoise.Of([1, 1, 1, 1], [1, 1, 1, 1])));
    }

    [Fact]
    public void Readings_must_be_of_the_same_channels_and_step()
    {
        var (_, readings) = system.Simulate(1, 3, 1);
        AssertRefused("every 0.2 s and the engine steps 0.1 s", () => Filter(new(readings.State, readings.Action, readings.States, readings.Actions, 0.2)));
        AssertRefused("there is no channel 'x1'", () => Filter(new(new(readings.State.Channels[0]), readings.Action, readings.States.narrow(2, 0, 1), readings.Actions, 0.1)));
        AssertRefused("reads x [m], but the readings are of x [km]", () => Filter(new(new(new("x", "km"), readings.State.Channels[1]), readings.Action, readings.States, readings.Actions, 0.1)));
        AssertRefused("the readings come with ((none))", () => Filter(new(readings.State, Space.None, readings.States, zeros([1, 3, 0]), 0.1)));
        AssertRefused("only NaN may stand for a missing number", () => Filter(new(readings.State, readings.Action, readings.States / 0, readings.Actions, 0.1)));
        AssertRefused("an action has NaN for u0", () => Filter(new(readings.State, readings.Action, readings.States, readings.Actions * double.NaN, 0.1)));
    }

    [Fact]
    public void Live_readings_and_actions_must_fit()
    {
        var tracker = system.Filter.Track(system.Start);
        AssertRefused("an action needs a number for each of: u0 [N]; it has 0", () => tracker.Predict());
        AssertRefused("an action has NaN", () => tracker.Predict(double.NaN));
        AssertRefused("a reading needs a number", () => tracker.Correct(1));
        AssertRefused("a reading has Infinity for x1", () => tracker.Correct(1, double.PositiveInfinity));
        Assert.Equal(system.Start.Mean, tracker.Correct(double.NaN, double.NaN).Mean);
        Assert.True(double.IsNaN(tracker.Surprise(double.NaN, double.NaN)));
    }

    [Fact]
    public void A_forecast_needs_actions_of_the_right_shape()
    {
        AssertRefused("actions for 1 runs must be [1, T, 1], not [1, 3, 2]", () => system.Filter.Forecast([system.Start], zeros([1, 3, 2])));
        Assert.Contains("[B, T, 1]", Assert.Throws<InvalidOperationException>(() => system.Filter.Forecast([system.Start], 3)).Message);
    }

    [Fact]
    public void An_engine_that_gives_no_number_is_named_with_its_state()
    {
        LinearDynamics steep = new(new(KalmanSystem.Place), new[,] { { 1e200 } }, 1);
        var error = Assert.Throws<InvalidOperationException>(() => Kalman.Linear(steep, KalmanNoise.Of([1], [1])).Forecast([Belief.Of([2], [1])], 5));
        Assert.Contains("the engine gave a number that is not finite in step 0 of run 0, from the state [2]", error.Message);
    }

    [Fact]
    public void Truth_must_be_of_the_same_kind()
    {
        var (truth, readings) = system.Simulate(2, 4, 1);
        var estimates = system.Filter.Filter(readings, system.Start).Filtered;
        AssertRefused("1 runs of 4 steps", () => estimates.Nees(truth.Pick(0)));
        AssertRefused("the truth lacks a state", () => estimates.Nees(new(truth.State, truth.Action, truth.States * double.NaN, truth.Actions, truth.Dt)));
        Assert.Throws<ArgumentOutOfRangeException>(() => estimates.Coverage(truth, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => estimates.At(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => estimates.At(0, 2));
        Assert.Throws<InvalidOperationException>(() => system.Filter.Filter(new(truth.State, truth.Action, truth.States * double.NaN, truth.Actions, truth.Dt), system.Start).Innovations.Nis());
    }

    private void Filter(Trajectories readings) => system.Filter.Filter(readings, system.Start);

    private static void AssertRefused(string why, Func<object> act) => AssertRefused(why, () => { act(); });

    private static void AssertRefused(string why, Action act) => Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(act).Message);
}
