using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Twins;

public sealed class KalmanUnscentedTests
{
    private static readonly Space Line = new(KalmanSystem.Place);

    [Fact]
    public void Moments_of_a_square_are_exact()
    {
        // x² of a normal x: mean m² + s², variance 4·m²·s² + 2·s⁴. The tangent sees m² and 4·m²·s² alone.
        Squaring square = new();
        var ahead = Kalman.Unscented(square, KalmanNoise.Of([0], [1])).Forecast([Belief.Of([1.5], [0.8])], 1).At(1);
        Assert.Equal(1.5 * 1.5 + 0.64, ahead.Mean[0], 1e-12);
        Assert.Equal(4 * 2.25 * 0.64 + 2 * 0.64 * 0.64, ahead.Covariance[0, 0], 1e-12);
        var tangent = Kalman.Extended(square, KalmanNoise.Of([0], [1])).Forecast([Belief.Of([1.5], [0.8])], 1).At(1);
        Assert.Equal(2.25, tangent.Mean[0], 1e-12);
        Assert.Equal(4 * 2.25 * 0.64, tangent.Covariance[0, 0], 1e-12);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1e-3, 2, 0)]
    [InlineData(0.3, 2, 1)]
    [InlineData(1, 2, 0)]
    public void Any_points_give_what_the_textbook_says(double alpha, double beta, double kappa)
    {
        using var scope = NewDisposeScope();
        Simulated pendulum = new(new Pendulum(), 0.3);
        KalmanNoise noise = KalmanNoise.Of([0.05, 0.05], [0.1, 0.1]);
        Belief start = new([1.2, 0.5], new[,] { { 0.09, 0.02 }, { 0.02, 0.16 } });
        var ahead = Kalman.Unscented(pendulum, noise, points: new(alpha, beta, kappa)).Forecast([start], zeros([1, 1, 1], float64)).At(1);

        // Weights and points as in Wan and van der Merwe 2000, with full covariances.
        var spread = alpha * alpha * (2 + kappa);
        var sides = linalg.cholesky(spread * tensor(start.Covariance)).t();
        var points = cat([zeros([1, 2], float64), sides, -sides]) + tensor(start.Mean);
        var weights = full([5], 1 / (2 * spread), float64);
        weights[0] = (spread - 2) / spread;
        var images = pendulum.Step(points, zeros([5, 1], float64));
        var mean = weights.matmul(images);
        weights[0] += 1 - alpha * alpha + beta;
        var covariance = (images - mean).t().matmul(weights.unsqueeze(1) * (images - mean)) + tensor(noise.Process);
        Assert.True(Doubles.Worst(tensor(ahead.Mean), mean) < 1e-9);
        Assert.True(Doubles.Worst(tensor(ahead.Covariance), covariance) < 1e-8);
    }

    [Fact]
    public void Points_that_give_no_covariance_are_refused_with_advice()
    {
        // With a negative weight in the middle a square's variance comes out negative.
        var error = Assert.Throws<ArgumentException>(() => Kalman.Unscented(new Squaring(), KalmanNoise.Of([0], [1]), points: new(1, -1, -0.9)).Forecast([Belief.Of([0], [1])], 1));
        Assert.Contains("larger Alpha", error.Message);
        Assert.Throws<ArgumentException>(() => Kalman.Unscented(new Squaring(), KalmanNoise.Of([0], [1]), points: new(0)));
        Assert.Throws<ArgumentException>(() => Kalman.Unscented(new Squaring(), KalmanNoise.Of([0], [1]), points: new(Kappa: -1)));
    }

    [Fact]
    public void Needs_no_gradient()
    {
        LostGradient engine = new();
        var error = Assert.Throws<InvalidOperationException>(() => Kalman.Extended(engine, KalmanNoise.Of([1], [1])).Forecast([Belief.Of([1], [1])], 1));
        Assert.Contains("Kalman.Unscented", error.Message);
        Assert.Equal(2, Kalman.Unscented(engine, KalmanNoise.Of([1], [1])).Forecast([Belief.Of([1], [1])], 1).At(1).Mean[0], 1e-12);
    }

    [Fact]
    public void With_large_uncertainty_it_beats_the_tangent_on_a_pendulum()
    {
        // A swing of ± 1 rad of doubt, read once in two seconds through its sine: how far it is to the side.
        using var scope = NewDisposeScope();
        Seed.Set(3);
        Simulated fine = new(new Pendulum { Damping = Doubles.Scalar(0.05) }, 0.05);
        var truth = fine.Run(randn([300, 2], float64) * tensor(new[] { 1.0, 1 }), zeros([300, 80, 1], float64));
        SensorModel side = new(new(new Channel("side", "m")), states => states.narrow(1, 0, 1).sin());
        var seen = truth.States.narrow(2, 0, 1).sin() + 0.05 * randn([300, 81, 1], float64);
        for (var step = 0; step <= 80; step++)
        {
            _ = step % 40 == 20 ? seen : seen.select(1, step).fill_(double.NaN);
        }

        Trajectories readings = new(side.Readings, fine.Action, seen, truth.Actions, fine.Dt);
        var noise = KalmanNoise.Of([1e-3, 1e-3], [0.05]);
        var (extended, unscented) = (Score(Kalman.Extended(fine, noise, side)), Score(Kalman.Unscented(fine, noise, side)));
        Assert.True(unscented.Error < 0.9 * extended.Error, $"error {unscented.Error} against {extended.Error}");
        Assert.True(Math.Abs(Math.Log(unscented.Nees)) < Math.Abs(Math.Log(extended.Nees)), $"NEES {unscented.Nees} against {extended.Nees}");

        (double Error, double Nees) Score(Kalman filter)
        {
            var run = filter.Filter(readings, Belief.Of([0, 0], [1, 1])).Filtered;
            return ((run.Means - truth.States).square().mean().sqrt().ToDouble(), run.Nees(truth).Mean);
        }
    }

    private sealed class Squaring : IDynamics
    {
        public Space State => Line;

        public Space Action => Space.None;

        public double Dt => 1;

        public Tensor Step(Tensor state, Tensor action) => state.square();
    }

    private sealed class LostGradient : IDynamics
    {
        public Space State => Line;

        public Space Action => Space.None;

        public double Dt => 1;

        public Tensor Step(Tensor state, Tensor action) => (2 * state).detach();
    }
}
