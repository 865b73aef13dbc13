using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanAgreementTests
{
    [Fact]
    public void On_linear_systems_all_three_filters_are_one() => Gen.Int[1, 1000].Sample(seed =>
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(seed);
        var (_, readings) = system.Simulate(4, 12, seed, lost: 0.2);
        var linear = system.Filter.Filter(readings, system.Start);
        foreach (var other in Others(system))
        {
            var run = other.Filter(readings, system.Start);
            Assert.True(Worst(run.Filtered, linear.Filtered) < 1e-9);
            Assert.True(Worst(run.Predicted, linear.Predicted) < 1e-9);
            Assert.True(Worst(run.Smooth(), linear.Smooth()) < 1e-9);
            Assert.All(run.LogLikelihood.Zip(linear.LogLikelihood), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
            Assert.True(Worst(other.Forecast(run.Filtered.Last(), readings.Actions), system.Filter.Forecast(linear.Filtered.Last(), readings.Actions)) < 1e-9);
        }
    }, iter: 20, threads: 1);

    [Fact]
    public void A_batch_of_runs_is_each_run_by_itself()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(2);
        var (_, readings) = system.Simulate(3, 9, seed: 2, lost: 0.3);
        Belief[] starts = [system.Start, Belief.Of([1, 2, 3], [1, 1, 1]), Belief.Of([0, 0, 0], [0, 1, 2])];
        foreach (var filter in Others(system).Prepend(system.Filter))
        {
            var together = filter.Filter(readings, starts);
            for (var run = 0; run < 3; run++)
            {
                var alone = filter.Filter(readings.Pick(run), starts[run]);
                Assert.True(Doubles.Worst(together.Filtered.Means[run], alone.Filtered.Means[0]) < 1e-12);
                Assert.True(Doubles.Worst(together.Smooth().Covariances[run], alone.Smooth().Covariances[0]) < 1e-12);
                Assert.Equal(together.LogLikelihood[run], alone.LogLikelihood[0], 1e-9);
            }
        }
    }

    [Fact]
    public void Followed_live_or_filtered_from_a_record_is_the_same()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(3);
        var (_, readings) = system.Simulate(1, 20, seed: 3, lost: 0.3);
        foreach (var filter in Others(system).Prepend(system.Filter))
        {
            var (run, tracker) = (filter.Filter(readings, system.Start), filter.Track(system.Start));
            for (var step = 0; step <= 20; step++)
            {
                if (step > 0)
                {
                    tracker.Predict(Doubles.Of(readings.Actions[0, step - 1]));
                }

                Assert.Equal(run.Predicted.At(step).Mean, tracker.Belief.Mean);
                var belief = tracker.Correct(Doubles.Of(readings.States[0, step]));
                Assert.Equal(run.Filtered.At(step).Mean, belief.Mean);
                Assert.Equal(Doubles.Of(run.Filtered.Covariances[0, step]), belief.Covariance.Cast<double>());
                Assert.Equal(step, tracker.Steps);
            }
        }
    }

    private static Kalman[] Others(KalmanSystem system) =>
    [
        Kalman.Extended(system.Engine, system.Noise),
        Kalman.Unscented(system.Engine, system.Noise),
        Kalman.Unscented(system.Engine, system.Noise, points: new(Alpha: 0.5, Beta: 2, Kappa: 0)),
        Kalman.Extended(system.Engine, system.Noise, new(system.State, states => states * 1)), // a sensor whose form it does not know
        Kalman.Unscented(system.Engine, system.Noise, new(system.State, states => states * 1)),
    ];

    private static double Worst(KalmanEstimates found, KalmanEstimates expected) =>
        Math.Max(Doubles.Worst(found.Means, expected.Means), Doubles.Worst(found.Covariances, expected.Covariances));
}
