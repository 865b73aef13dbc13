using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanLeastSquaresTests
{
    [Fact]
    public void A_random_walk_settles_at_the_known_gain() => Gen.Select(Gen.Double[0.01, 3], Gen.Double[0.01, 3]).Sample((process, sensor) =>
    {
        using var scope = NewDisposeScope();
        KalmanNoise noise = KalmanNoise.Of([process], [sensor]);
        LinearDynamics walk = new(new(KalmanSystem.Place), new double[,] { { 1 } }, 1);
        var tracker = Kalman.Linear(walk, noise).Track(Belief.Of([0], [100]));
        for (var step = 0; step < 3000; step++)
        {
            tracker.Predict();
            tracker.Correct(0);
        }

        var (q, r) = (process * process, sensor * sensor);
        var predicted = (q + Math.Sqrt(q * q + 4 * q * r)) / 2; // the positive root of p² − q·p − q·r = 0
        tracker.Predict();
        Assert.Equal(predicted, tracker.Belief.Covariance[0, 0], predicted * 1e-9);
        Assert.Equal(predicted / (predicted + r), tracker.Correct(1).Mean[0], 1e-9);
    }, iter: 20, threads: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void The_filter_ends_where_least_squares_does(double lost)
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(1, 40, seed: 3, lost);
        var filtered = system.Filter.Filter(readings, system.Start).Filtered;
        for (var steps = 1; steps <= 40; steps += 13)
        {
            var batch = KalmanBatch.Solve(system, readings.First(steps));
            Assert.True(Doubles.Worst(filtered.Means[0, steps], batch.Means[^1]) < 1e-8);
            Assert.True(Doubles.Worst(filtered.Covariances[0, steps], batch.Covariances[^1]) < 1e-8);
        }
    }

    [Fact]
    public void The_smoother_is_least_squares_at_all_times() => Gen.Int[1, 1000].Sample(seed =>
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(seed);
        var (_, readings) = system.Simulate(1, 15, seed, lost: 0.3);
        var (smooth, batch) = (system.Filter.Filter(readings, system.Start).Smooth(), KalmanBatch.Solve(system, readings));
        Assert.True(Doubles.Worst(smooth.Means[0], batch.Means) < 1e-8);
        Assert.True(Doubles.Worst(smooth.Covariances[0], batch.Covariances) < 1e-8);
    }, iter: 20, threads: 1);

    [Fact]
    public void Readings_are_as_likely_as_their_joint_distribution_says()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(4, size: 2);
        var (_, readings) = system.Simulate(1, 6, seed: 5);
        var run = system.Filter.Filter(readings, system.Start);

        // With no reading at all, least squares gives the prior of all states; a reading is a state plus noise.
        Trajectories nothing = new(readings.State, readings.Action, full_like(readings.States, double.NaN), readings.Actions, readings.Dt);
        var (prior, error) = (Prior(system, nothing), readings.States[0].reshape(-1, 1));
        var covariance = prior.Covariance + torch.block_diag([.. Enumerable.Repeat(tensor(system.SensorNoise), 7)]);
        error -= prior.Mean;
        var exponent = error.t().matmul(linalg.inv(covariance)).matmul(error).ToDouble() + linalg.slogdet(2 * Math.PI * covariance).Item2.ToDouble();
        Assert.Equal(-0.5 * exponent, run.LogLikelihood[0], 1e-9);
    }

    [Fact]
    public void Readings_explained_by_the_right_noise_are_likelier()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Glider();
        var (_, readings) = system.Simulate(30, 60, seed: 7);
        var right = system.Filter.Filter(readings, system.Start).LogLikelihood.Sum();
        Assert.All([0.3, 3], factor =>
        {
            KalmanNoise wrong = new(system.Process, Doubles.Square(factor * tensor(system.SensorNoise)));
            Assert.True(Kalman.Linear(system.Engine, wrong).Filter(readings, system.Start).LogLikelihood.Sum() < right - 20);
        });
    }

    private static (Tensor Mean, Tensor Covariance) Prior(KalmanSystem system, Trajectories nothing)
    {
        var (size, times) = (system.Size, nothing.Steps + 1);
        var covariance = zeros([times * size, times * size], float64);
        var (mean, own) = (tensor(system.Start.Mean), tensor(system.Start.Covariance));
        List<Tensor> means = [];
        for (var time = 0; time < times; time++)
        {
            means.Add(mean);
            var across = own;
            for (var later = time; later < times; later++)
            {
                covariance.narrow(0, later * size, size).narrow(1, time * size, size).copy_(across);
                covariance.narrow(0, time * size, size).narrow(1, later * size, size).copy_(across.t());
                across = tensor(system.Transition).matmul(across);
            }

            own = tensor(system.Transition).matmul(own).matmul(tensor(system.Transition).t()) + tensor(system.Process);
            mean = time + 1 < times ? tensor(system.Transition).matmul(mean) + tensor(system.Control).matmul(nothing.Actions[0, time]) : mean;
        }

        return (cat([.. means]).unsqueeze(1), covariance);
    }
}
