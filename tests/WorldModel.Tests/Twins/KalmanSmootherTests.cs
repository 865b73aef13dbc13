using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanSmootherTests
{
    [Fact]
    public void On_average_the_smoother_is_never_worse_than_the_filter() => Gen.Select(Gen.Int[1, 1000], Gen.Double[0, 0.5]).Sample((seed, lost) =>
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(seed);
        var (truth, readings) = system.Simulate(60, 20, seed, lost);
        var run = system.Filter.Filter(readings, system.Start);
        Assert.True(Error(run.Smooth(), truth) <= Error(run.Filtered, truth));
    }, iter: 30, threads: 1);

    [Fact]
    public void Smoothing_halves_the_error_in_the_middle_of_a_random_walk()
    {
        // Far from both ends what came before and what comes after know equally much, and both count.
        using var scope = NewDisposeScope();
        LinearDynamics walk = new(new(KalmanSystem.Place), new double[,] { { 1 } }, 1);
        Trajectories readings = new(walk.State, Space.None, zeros([1, 401, 1], float64), zeros([1, 400, 0], float64), 1);
        var run = Kalman.Linear(walk, KalmanNoise.Of([0.1], [1])).Filter(readings, Belief.Of([0], [10]));
        var (filtered, predicted) = (run.Filtered.At(200).Covariance[0, 0], run.Predicted.At(200).Covariance[0, 0]);
        Assert.Equal(1 / (1 / filtered + 1 / predicted), run.Smooth().At(200).Covariance[0, 0], 1e-12);
    }

    [Fact]
    public void At_the_end_there_is_nothing_to_learn_from_later()
    {
        using var scope = NewDisposeScope();
        var system = KalmanSystem.Random(8);
        var (_, readings) = system.Simulate(2, 10, seed: 8);
        var run = system.Filter.Filter(readings, system.Start);
        Assert.Equal(run.Filtered.At(10, 1).Covariance, run.Smooth().At(10, 1).Covariance);
    }

    private static double Error(KalmanEstimates estimates, Trajectories truth) => (estimates.Means - truth.States).square().mean().ToDouble();
}
