using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class KalmanConsistencyTests
{
    private static readonly KalmanSystem System = KalmanSystem.Glider();

    [Fact]
    public void Errors_and_innovations_of_the_right_model_are_as_large_as_it_says()
    {
        using var scope = NewDisposeScope();
        var (truth, readings) = System.Simulate(300, 60, seed: 11, lost: 0.2);
        var run = System.Filter.Filter(readings, System.Start);
        foreach (var consistency in (Consistency[])[run.Filtered.Nees(truth, 0.99), run.Predicted.Nees(truth, 0.99), run.Smooth().Nees(truth, 0.99), run.Innovations.Nis(0.99)])
        {
            Assert.True(consistency.Holds, $"{consistency.Mean} not in {consistency.MeanBounds}");
            Assert.InRange(consistency.Inside, 0.93, 1);
            Assert.Equal(61, consistency.Values.Length);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1.0 / 3)]
    public void Noise_misjudged_by_three_times_is_found_out(double factor)
    {
        using var scope = NewDisposeScope();
        var (truth, readings) = System.Simulate(300, 60, seed: 12);
        KalmanNoise sensor = new(System.Process, Scaled(System.SensorNoise, factor));
        KalmanNoise process = new(Scaled(System.Process, factor), System.SensorNoise);
        foreach (var run in (KalmanRun[])[Kalman.Linear(System.Engine, sensor).Filter(readings, System.Start), Kalman.Linear(System.Engine, process).Filter(readings, System.Start)])
        {
            AssertFound(run.Innovations.Nis(), factor);
            AssertFound(run.Filtered.Nees(truth), factor);
        }
    }

    [Fact]
    public void The_interval_of_a_confidence_holds_the_truth_that_often()
    {
        using var scope = NewDisposeScope();
        var (truth, readings) = System.Simulate(300, 60, seed: 13, lost: 0.1);
        var run = System.Filter.Filter(readings, System.Start);
        Assert.All([0.5, 0.9, 0.99], confidence =>
        {
            Assert.All(run.Filtered.Coverage(truth, confidence), share => Assert.Equal(confidence, share, 0.02));
            Assert.All(run.Smooth().Coverage(truth, confidence), share => Assert.Equal(confidence, share, 0.02));
        });
        Assert.All(run.Filtered.Coverage(readings, 0.9), share => Assert.InRange(share, 0, 0.8)); // the readings themselves stray much further
    }

    [Fact]
    public void Consistency_is_normalised_by_what_was_read()
    {
        using var scope = NewDisposeScope();
        var (_, readings) = System.Simulate(4, 5, seed: 14);
        readings.States[2, 3, 1] = double.NaN;
        readings.States.select(1, 4).fill_(double.NaN);
        var run = System.Filter.Filter(readings, System.Start);
        var (values, covariances, nis) = (run.Innovations.Values, run.Innovations.Covariances, run.Innovations.Nis(0.9));
        var (sum, count) = (0.0, 0);
        for (var one = 0; one < 4; one++)
        {
            var read = one == 2 ? 1 : 2;
            var innovation = values[one, 3].narrow(0, 0, read).unsqueeze(1);
            sum += innovation.t().matmul(linalg.inv(covariances[one, 3].narrow(0, 0, read).narrow(1, 0, read))).matmul(innovation).ToDouble();
            count += read;
        }

        Assert.Equal(sum / count, nis.Values[3], 1e-9);
        Assert.Equal(Quantile.ChiSquare(0.9, 7), nis.Bounds[3]);
        Assert.Equal(Quantile.ChiSquare(0.9, 39), nis.MeanBounds);
        Assert.True(double.IsNaN(nis.Values[4]) && double.IsNaN(nis.Bounds[4].Low));
        Assert.Equal(nis.Values.Where(double.IsFinite).Zip([8, 8, 8, 7, 8], (value, weight) => value * weight).Sum() / 39, nis.Mean, 1e-12);
    }

    // Quantiles of chi-square tables (Abramowitz and Stegun, table 26.8), and for many degrees Wilson and Hilferty's.
    [Theory]
    [InlineData(0.95, 1, 0.000982, 5.02389)]
    [InlineData(0.90, 2, 0.102587, 5.99146)]
    [InlineData(0.99, 10, 2.15586, 25.1882)]
    [InlineData(0.95, 100, 74.2219, 129.561)]
    public void Chi_square_bounds_are_those_of_tables(double confidence, int degrees, double low, double high)
    {
        var bounds = Quantile.ChiSquare(confidence, degrees);
        Assert.Equal(low, bounds.Low * degrees, low * 1e-3);
        Assert.Equal(high, bounds.High * degrees, high * 1e-5);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(40_000)]
    [InlineData(3_000_000)]
    public void Chi_square_bounds_hold_for_many_degrees(int degrees)
    {
        var (low, high) = Quantile.ChiSquare(0.95, degrees);
        Assert.Equal(Math.Pow(1 - 2.0 / 9 / degrees - 1.959964 * Math.Sqrt(2.0 / 9 / degrees), 3), low, 1e-5);
        Assert.Equal(Math.Pow(1 - 2.0 / 9 / degrees + 1.959964 * Math.Sqrt(2.0 / 9 / degrees), 3), high, 1e-5);
    }

    private static void AssertFound(Consistency consistency, double factor)
    {
        Assert.False(consistency.Holds);
        Assert.Equal(factor > 1, consistency.Mean < consistency.MeanBounds.Low);
        Assert.True(consistency.Inside < 0.5);
    }

    private static double[,] Scaled(double[,] covariance, double factor) => Doubles.Square(factor * factor * tensor(covariance));
}
