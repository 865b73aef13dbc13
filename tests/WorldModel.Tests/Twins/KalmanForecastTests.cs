using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanForecastTests
{
    private readonly KalmanSystem system = KalmanSystem.Glider();

    [Fact]
    public void Begins_with_what_is_believed_and_doubts_more_with_every_step()
    {
        using var scope = NewDisposeScope();
        var (_, readings) = system.Simulate(3, 20, seed: 1);
        var filtered = system.Filter.Filter(readings, system.Start).Filtered;
        var ahead = system.Filter.Forecast(filtered.Last(), zeros([3, 30, 1], float64));
        Assert.Equal((3, 30, 0.1), (ahead.Runs, ahead.Steps, ahead.Dt));
        Assert.Equal(Doubles.Of(filtered.Means.select(1, 20)), Doubles.Of(ahead.Means.select(1, 0)));
        Assert.Equal(filtered.At(20, 2).Covariance, ahead.At(0, 2).Covariance);
        Assert.True((ahead.Deviations().diff(dim: 1) > 0).all().ToBoolean());

        // Without a push a glider keeps its speed, and its place is a line.
        var last = filtered.At(20);
        Assert.Equal(last.Mean[0] + 3 * last.Mean[1], ahead.At(30).Mean[0], 1e-9);
    }

    [Fact]
    public void A_forecasts_interval_holds_what_comes()
    {
        using var scope = NewDisposeScope();
        var (truth, readings) = system.Simulate(500, 40, seed: 2);
        var ahead = system.Filter.Forecast(system.Filter.Filter(readings.First(20), system.Start).Filtered.Last(), truth.Actions.narrow(1, 20, 20));
        Trajectories future = new(truth.State, truth.Action, truth.States.narrow(1, 20, 21), truth.Actions.narrow(1, 20, 20), truth.Dt);
        Assert.All(ahead.Coverage(future), share => Assert.Equal(0.9, share, 0.03));
        Assert.True(ahead.Nees(future, 0.99).Holds);
    }

    [Fact]
    public void An_engine_without_actions_is_asked_for_steps_alone()
    {
        using var scope = NewDisposeScope();
        LinearDynamics walk = new(new(KalmanSystem.Place), new double[,] { { 1 } }, 1);
        var ahead = Kalman.Linear(walk, KalmanNoise.Of([2], [1])).Forecast([Belief.Of([5], [0])], 9);
        Assert.Equal([.. Enumerable.Range(0, 10).Select(step => 2 * Math.Sqrt(step))], Doubles.Of(ahead.Deviations()), (found, expected) => Math.Abs(found - expected) < 1e-12);
        var (low, high) = ahead.Band(0.95);
        Assert.Equal(5 - 1.959964 * 6, low.Series("x")[9], 1e-5);
        Assert.Equal(5 + 1.959964 * 6, high.Series("x")[9], 1e-5);
    }

    [Fact]
    public void A_live_twin_forecasts_too_and_weighs_a_reading_before_it_believes()
    {
        var tracker = system.Filter.Track(system.Start);
        Assert.Equal(1.0 / 1.04 / 2, tracker.Surprise(1.5, double.NaN) / 2, 1e-12);
        Assert.True(tracker.Surprise(30, 0) > 100);
        Assert.Equal(system.Start.Mean, tracker.Belief.Mean); // asked, not told
        Assert.Equal(0.5 + 0.1 * -0.2 + 0.005 * 2, system.Filter.Forecast([tracker.Belief], 2 * ones([1, 1, 1])).At(1).Mean[0], 1e-12);
    }
}
