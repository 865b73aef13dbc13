using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanMissingTests
{
    [Fact]
    public void Without_readings_a_filter_predicts_and_doubts_more_and_more()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(2, 30, seed: 1);
        readings.States.narrow(1, 11, 20).fill_(double.NaN);
        var run = system.Filter.Filter(readings, system.Start);
        var forecast = system.Filter.Forecast([run.Filtered.At(10, 0), run.Filtered.At(10, 1)], readings.Actions.narrow(1, 10, 20));
        Assert.Equal(Doubles.Of(forecast.Means), Doubles.Of(run.Filtered.Means.narrow(1, 10, 21)));
        Assert.Equal(Doubles.Of(forecast.Covariances), Doubles.Of(run.Filtered.Covariances.narrow(1, 10, 21)));
        Assert.Equal(Doubles.Of(run.Predicted.Means.narrow(1, 11, 20)), Doubles.Of(run.Filtered.Means.narrow(1, 11, 20)));

        var doubt = run.Filtered.Deviations().narrow(1, 10, 21);
        Assert.True((doubt.narrow(1, 1, 20) > doubt.narrow(1, 0, 20)).all().ToBoolean());
        Assert.True(run.Innovations.Values.narrow(1, 11, 20).isnan().all().ToBoolean());
        Assert.False(run.Innovations.Values.narrow(1, 0, 11).isnan().any().ToBoolean());
    }

    [Fact]
    public void A_channel_that_is_missing_is_not_read()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(1, 30, seed: 1);
        readings.States.select(2, 1).fill_(double.NaN);
        KalmanNoise ofPlace = new(system.Process, new[,] { { system.SensorNoise[0, 0] } });
        var (half, place) = (system.Filter.Filter(readings, system.Start), Kalman.Linear(system.Engine, ofPlace, SensorModel.Of(system.State, "x")).Filter(readings, system.Start));
        Assert.Equal(Doubles.Of(place.Filtered.Means), Doubles.Of(half.Filtered.Means));
        Assert.Equal(Doubles.Of(place.Smooth().Covariances), Doubles.Of(half.Smooth().Covariances));
        Assert.Equal(Doubles.Of(place.Innovations.Values), Doubles.Of(half.Innovations.Values.narrow(2, 0, 1)));
        Assert.Equal(place.Innovations.Nis().Mean, half.Innovations.Nis().Mean);
    }

    [Fact]
    public void Only_the_channels_of_the_sensor_are_looked_at()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(1, 30, seed: 1);
        var filter = Kalman.Linear(system.Engine, new(system.Process, new[,] { { 0.1 } }), SensorModel.Of(system.State, "x1"));
        Trajectories speed = new(new(system.State.Channels[1]), readings.Action, readings.States.narrow(2, 1, 1), readings.Actions, readings.Dt);
        Assert.Equal(Doubles.Of(filter.Filter(readings, system.Start).Filtered.Means), Doubles.Of(filter.Filter(speed, system.Start).Filtered.Means));
    }

    [Fact]
    public void Each_reading_adds_what_it_knows_and_no_more() => Gen.Int[1, 1000].Sample(seed =>
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(seed);
        var (_, readings) = system.Simulate(1, 12, seed, lost: 0.4);
        var run = system.Filter.Filter(readings, system.Start);
        for (var step = 0; step <= 12; step++)
        {
            // The information form: the inverse of the covariance grows by the sensor's, in the channels that were read.
            var read = readings.States[0, step].isnan().logical_not().nonzero().squeeze(1);
            var told = zeros([3, 3], float64);
            if (read.numel() > 0)
            {
                var pick = eye(3, dtype: float64)[read];
                told = pick.t().matmul(linalg.inv(tensor(system.SensorNoise)[read].index_select(1, read))).matmul(pick);
            }

            var (before, after) = (linalg.inv(run.Predicted.Covariances[0, step]), linalg.inv(run.Filtered.Covariances[0, step]));
            Assert.True(Doubles.Worst(after, before + told) < 1e-8 * after.abs().max().ToDouble());
        }
    }, iter: 20, threads: 1);

    [Fact]
    public void Lost_readings_leave_doubt_between_that_of_all_and_that_of_none() => Gen.Int[1, 1000].Sample(seed =>
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(seed);
        var (_, some) = system.Simulate(1, 25, seed, lost: 0.4);
        Trajectories With(Tensor states) => new(some.State, some.Action, states, some.Actions, some.Dt);
        var all = system.Filter.Filter(With(some.States.nan_to_num(0)), system.Start);
        var (lossy, none) = (system.Filter.Filter(some, system.Start), system.Filter.Filter(With(some.States * double.NaN), system.Start));
        AssertNoLess(lossy.Filtered, all.Filtered);
        AssertNoLess(none.Filtered, lossy.Filtered);
        AssertNoLess(lossy.Smooth(), all.Smooth());
        AssertNoLess(lossy.Predicted, lossy.Filtered); // no reading makes a filter less sure
        AssertNoLess(lossy.Filtered, lossy.Smooth());
    }, iter: 20, threads: 1);

    // In every direction, not only along the channels.
    private static void AssertNoLess(KalmanEstimates more, KalmanEstimates less) =>
        Assert.True(linalg.eigvalsh(more.Covariances - less.Covariances).min().ToDouble() > -1e-10);
}
