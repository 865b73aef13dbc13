using TorchSharp.Modules;
using WorldModel.Models;
using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Twins;

public sealed class KalmanExtendedTests
{
    private static readonly Space Beacons = new(new("to beacon 1", "m"), new("to beacon 2", "m"));
    private static readonly Space Plane = new(new("x", "m"), new("y", "m"));
    private readonly Simulated pendulum = new(new Pendulum(), 0.05);

    [Fact]
    public void A_step_spreads_along_the_slope_of_the_simulator()
    {
        using var scope = NewDisposeScope();
        KalmanNoise noise = KalmanNoise.Of([0.01, 0.02], [0.1, 0.1]);
        Belief[] starts = [Belief.Of([2.5, -1], [0.2, 0.3]), new([0.3, 4], new[,] { { 0.04, 0.03 }, { 0.03, 0.09 } })];
        var ahead = Kalman.Extended(pendulum, noise).Forecast(starts, tensor(new[] { 0.7, -0.4 }).view(2, 1, 1));
        for (var run = 0; run < 2; run++)
        {
            var at = tensor(starts[run].Mean);
            var slope = stack([.. Enumerable.Range(0, 2).Select(output => tensor(Gradient.ByDifferences(state => Next(state, run)[output], at)))]);
            Assert.True(Doubles.Worst(ahead.Means[run, 1], Next(at, run)) < 1e-12);
            var expected = slope.matmul(tensor(starts[run].Covariance)).matmul(slope.t()) + tensor(noise.Process);
            Assert.True(Doubles.Worst(ahead.Covariances[run, 1], expected) < 1e-8);
        }

        Tensor Next(Tensor state, int run) => pendulum.Step(state.unsqueeze(0), Doubles.Row(run == 0 ? 0.7 : -0.4))[0];
    }

    [Fact]
    public void A_sensor_may_read_any_function_of_the_state()
    {
        // Distances to two beacons, nearly linear so far away: like reading the position itself along both lines of sight.
        using var scope = NewDisposeScope();
        var beacons = tensor(new double[,] { { -1e5, 0 }, { 0, -1e5 } });
        SensorModel distances = new(Beacons, states => (states.unsqueeze(1) - beacons).square().sum(-1).sqrt());
        LinearDynamics still = new(Plane, new double[,] { { 1, 0 }, { 0, 1 } }, 1);
        foreach (var filter in (Kalman[])[Kalman.Extended(still, KalmanNoise.Of([0.1, 0.1], [0.5, 0.2]), distances), Kalman.Unscented(still, KalmanNoise.Of([0.1, 0.1], [0.5, 0.2]), distances)])
        {
            var tracker = filter.Track(Belief.Of([0, 0], [1, 1]));
            tracker.Correct(1e5 + 3, 1e5 - 2);
            Assert.Equal([3 * 1 / 1.25, -2 * 1 / 1.04], tracker.Belief.Mean, (found, expected) => Math.Abs(found - expected) < 1e-4);
            Assert.Equal(0.25 / 1.25, tracker.Belief.Covariance[0, 0], 1e-4);
            Assert.Equal(Beacons, filter.Readings);
        }
    }

    [Fact]
    public void Follows_a_pendulum_through_a_noisy_angle_alone()
    {
        using var scope = NewDisposeScope();
        Seed.Set(5);
        var truth = pendulum.Run(randn([40, 2], float64) * tensor(new[] { 0.8, 1.5 }), randn([40, 100, 1], float64));
        var readings = new Sensor { Noise = [0.1, 0], DropOut = 0.3 }.Observe(truth, seed: 6);
        foreach (var filter in (Kalman[])[Kalman.Extended(pendulum, Noise(), Angle()), Kalman.Unscented(pendulum, Noise(), Angle())])
        {
            var run = filter.Filter(readings, Belief.Of([0, 0], [0.8, 1.5]));
            var (filtered, smooth) = (Rmse(run.Filtered, truth), Rmse(run.Smooth(), truth));
            Assert.InRange(filtered, 0, 0.05); // half the noise of a reading, though a third of them are lost
            Assert.InRange(smooth, 0, filtered);
            Assert.InRange(run.Innovations.Nis().Mean, 0.9, 1.1);
            Assert.InRange(run.Filtered.Nees(truth).Mean, 0.8, 1.3);
        }
    }

    [Fact]
    public void Finer_steps_of_an_engine_are_strided()
    {
        using var scope = NewDisposeScope();
        Simulated fine = new(new Pendulum(), 0.01);
        var truth = fine.Run(Doubles.Row(2, 0), ones([1, 100, 1], float64));
        var readings = new Sensor { Rate = 10, Noise = [0.01, 0.01] }.Observe(truth, seed: 1);
        KalmanNoise noise = KalmanNoise.Of([1e-4, 1e-4], [0.01, 0.01]);
        var run = Kalman.Extended(new Strided(fine, 10), noise).Filter(readings, Belief.Of([2, 0], [0.1, 0.1]));
        Assert.Equal(truth.States[0, 100, 0].ToDouble(), run.Filtered.At(10).Mean[0], 0.02);
        var error = Assert.Throws<ArgumentException>(() => Kalman.Extended(fine, noise).Filter(readings, Belief.Of([2, 0], [0.1, 0.1])));
        Assert.Contains("new Strided(engine, 10)", error.Message);
    }

    [Fact]
    public void Parameters_in_calibration_gather_no_gradient()
    {
        using var scope = NewDisposeScope();
        Parameter length = new(Doubles.Scalar(1.2));
        var filter = Kalman.Extended(new Simulated(new Pendulum { Length = length }, 0.05), Noise(), Angle());
        using var noGradient = no_grad();
        Assert.False(filter.Forecast([Belief.Of([1, 0], [0.1, 0.1])], zeros([1, 3, 1], float64)).Means.requires_grad);
        Assert.Null(length.grad);
    }

    [Fact]
    public void A_network_in_64_bit_floats_can_be_an_engine()
    {
        using var scope = NewDisposeScope();
        var runs = pendulum.Run(randn([4, 2]), zeros([4, 3, 1]));
        var network = ResidualMlp.For(runs, width: 8);
        var error = Assert.Throws<InvalidOperationException>(() => Kalman.Extended(network, Noise(), Angle()).Filter(runs, Belief.Of([0, 0], [1, 1])));
        Assert.Contains("64-bit floats", error.Message);
        Assert.True(Kalman.Extended(network.to(float64), Noise(), Angle()).Filter(runs, Belief.Of([0, 0], [1, 1])).Filtered.Means.isfinite().all().ToBoolean());
    }

    private static KalmanNoise Noise() => KalmanNoise.Of([1e-3, 1e-3], [0.1]);

    private SensorModel Angle() => SensorModel.Of(pendulum.State, "angle");

    private static double Rmse(KalmanEstimates estimates, Trajectories truth) =>
        (estimates.Means - truth.States).select(2, 0).narrow(1, 20, 81).square().mean().sqrt().ToDouble();
}
