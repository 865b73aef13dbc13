using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanSafetyTests
{
    private static readonly Space Plane = new(new("x", "m"), new("y", "m"), new("x speed", "m/s"), new("y speed", "m/s"));
    private static readonly double[,] Flight = { { 1, 0, 0.1, 0 }, { 0, 1, 0, 0.1 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };

    [Theory]
    [InlineData(1e-9, 1e-3)]
    [InlineData(1e-3, 1e-9)]
    [InlineData(1e-9, 1e-9)]
    [InlineData(1e6, 1e-9)]
    public void Covariances_stay_symmetric_and_positive_over_100_000_steps(double sensor, double process)
    {
        LinearDynamics engine = new(Plane, Flight, 0.1);
        var tracker = Kalman.Linear(engine, KalmanNoise.Of([0, 0, process, process], [sensor, sensor]), SensorModel.Of(Plane, "x", "y")).Track(Belief.Of(new double[4], [1e3, 1e3, 1e3, 1e3]));
        for (var step = 0; step < 100_000; step++)
        {
            tracker.Predict();
            tracker.Correct(step % 7 == 0 ? double.NaN : 1, 2);
            if (step % 1000 == 999)
            {
                AssertSound(tracker.Belief);
            }
        }

        Assert.Equal(1, tracker.Belief.Mean[0], 1e-6 + sensor);
        Assert.Equal(2, tracker.Belief.Mean[1], 1e-6 + sensor);
    }

    [Fact]
    public void A_nearly_perfect_sensor_is_weighed_exactly()
    {
        // Subtracting covariances would leave nothing but rounding here: 1 − 1/(1 + 1e-18).
        LinearDynamics still = new(new(KalmanSystem.Place), new double[,] { { 1 } }, 1);
        var tracker = Kalman.Linear(still, KalmanNoise.Of([0], [1e-9])).Track(Belief.Of([0], [1]));
        for (var count = 1; count <= 5; count++)
        {
            tracker.Correct(1);
            Assert.Equal(1e-18 / (count + 1e-18), tracker.Belief.Covariance[0, 0], 1e-30);
        }
    }

    [Fact]
    public void Large_and_small_units_live_side_by_side()
    {
        // The same filter in metres and in picometres.
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(1, 50, seed: 2);
        var units = diag(tensor(new[] { 1e12, 1 }));
        double[,] In(double[,] covariance) => Doubles.Square(units.matmul(tensor(covariance)).matmul(units));
        var small = system with
        {
            Transition = Doubles.Square(units.matmul(tensor(system.Transition)).matmul(linalg.inv(units))),
            Control = Doubles.Square(units.matmul(tensor(system.Control))),
            Process = In(system.Process),
            SensorNoise = In(system.SensorNoise),
            Start = new([0.5e12, -0.2], In(system.Start.Covariance)),
        };
        Trajectories scaled = new(readings.State, readings.Action, readings.States * tensor(new[] { 1e12, 1 }), readings.Actions, readings.Dt);
        var (metres, picometres) = (system.Filter.Filter(readings, system.Start).Smooth(), small.Filter.Filter(scaled, small.Start).Smooth());
        Assert.True(Doubles.Worst(picometres.Means / tensor(new[] { 1e12, 1 }), metres.Means) < 1e-9);
        Assert.True(Doubles.Worst(picometres.Deviations() / tensor(new[] { 1e12, 1 }), metres.Deviations()) < 1e-9);
    }

    [Fact]
    public void What_is_known_exactly_stays_so_and_helps_the_rest()
    {
        // A body of known speed whose place is not: all covariances are singular.
        using var scope = NewDisposeScope();
        LinearDynamics engine = new(new(KalmanSystem.Place, new("speed", "m/s")), new[,] { { 1, 0.1 }, { 0, 1 } }, 0.1);
        var filter = Kalman.Linear(engine, KalmanNoise.Of([0, 0], [0.5]), SensorModel.Of(engine.State, "x"));
        Trajectories readings = new(new(KalmanSystem.Place), Space.None, arange(0, 21, dtype: float64).view(1, 21, 1) * 0.1 + 7, zeros([1, 20, 0], float64), 0.1);
        var run = filter.Filter(readings, Belief.Of([0, 1], [3, 0]));
        foreach (var estimates in (KalmanEstimates[])[run.Filtered, run.Smooth()])
        {
            Assert.All(estimates.ToTrajectories().Series("speed"), speed => Assert.Equal(1, speed, 1e-12));
            Assert.Equal(0, estimates.Deviations().select(2, 1).abs().max().ToDouble(), 1e-12);
        }

        // One unknown number, 21 readings of it: the smoother knows equally much at all times.
        var expected = 1 / Math.Sqrt(1.0 / 9 + 21 / 0.25);
        Assert.All(Doubles.Of(run.Smooth().Deviations().select(2, 0)), deviation => Assert.Equal(expected, deviation, 1e-9));
        Assert.True(double.IsInfinity(run.Filtered.Nees(new(engine.State, Space.None, zeros([1, 21, 2], float64), readings.Actions, 0.1)).Mean));
    }

    private static void AssertSound(Belief belief)
    {
        var covariance = belief.Covariance;
        for (var row = 0; row < 4; row++)
        {
            Assert.True(covariance[row, row] > 0);
            Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(covariance[row, column], covariance[column, row]));
            Assert.True(belief.Distribution.Root[row, row] > 0); // its square is positive definite when none of these is 0
        }
    }
}
