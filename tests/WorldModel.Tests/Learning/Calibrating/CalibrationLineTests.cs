using WorldModel.Learning;
using WorldModel.Twins;

namespace WorldModel.Tests.Learning.Calibrating;

/// <summary>Against the closed forms of a straight line.</summary>
public sealed class CalibrationLineTests
{
    private static readonly double[] X = [0.5, 1, 1.7, 2.2, 3.1, 4, 4.4, 5.6];
    private static readonly double[] Y = [2.1, 2.7, 3.9, 4.1, 5.6, 7.2, 7.1, 9.4];
    private static readonly Unknown[] Unknowns = [new("intercept", "", -5, 5), new("slope", "", -4, 4)];

    [Fact]
    public void A_line_gets_the_textbooks_estimates_errors_and_intervals()
    {
        var found = Fit();
        var (a, b, error) = Textbook();
        Assert.Equal(a, found["intercept"].Value, 1e-6);
        Assert.Equal(b, found["slope"].Value, 1e-6);
        Assert.Equal(error, found["slope"].StandardError, 1e-6);
        Assert.Equal(b + 1.9432 * error, found["slope"].Upper, 1e-4); // Student's t with 6 degrees of freedom
        Assert.Equal((8, 1, false), (found.Readings, Math.Round(found.Misfit, 6), found.IsNoiseKnown));
    }

    [Fact]
    public void Told_the_noise_it_believes_it_and_says_how_well_it_fits()
    {
        var found = Fit(new(Noise: [1, 0.4]));
        var (_, b, error) = Textbook();
        var residual = Fit().Noise[1];
        Assert.Equal(error * 0.4 / residual, found["slope"].StandardError, 1e-6);
        Assert.Equal(b + 1.6449 * found["slope"].StandardError, found["slope"].Upper, 1e-4);
        Assert.Equal(residual * residual / 0.16, found.Misfit, 1e-6);
    }

    [Fact]
    public void A_lost_reading_counts_for_nothing()
    {
        var (with, without) = (Fit(lost: 3), Fit(left: 3));
        Assert.Equal(without["slope"].Value, with["slope"].Value, 1e-6);
        Assert.Equal(without["slope"].StandardError, with["slope"].StandardError, 1e-6);
        Assert.Equal(7, with.Readings);
    }

    [Theory]
    [InlineData(1, 6.3138)]
    [InlineData(2, 2.9200)]
    [InlineData(3, 2.3534)]
    [InlineData(4, 2.1318)]
    [InlineData(10, 1.8125)]
    [InlineData(30, 1.6973)]
    [InlineData(double.PositiveInfinity, 1.6449)]
    public void Intervals_reach_as_far_as_Students_table_says(double freedom, double quantile) =>
        Assert.Equal(quantile, Quantile.StudentHalfWidth(0.9, freedom), 1e-4);

    private static CalibrationResult Fit(CalibrationOptions? options = null, int lost = -1, int left = -1)
    {
        int[] kept = [.. Enumerable.Range(0, X.Length).Where(i => i != left)];
        var y = tensor(kept.Select(i => i == lost ? double.NaN : Y[i]).ToArray());
        var x = tensor(kept.Select(i => X[i]).ToArray());
        var initial = stack([x, zeros_like(x)], 1);
        var states = stack([initial, stack([x, y], 1)], 1);
        Trajectories readings = new(new Line(x, x).State, Space.None, states, zeros([kept.Length, 1, 0], float64), 1);
        return Calibration.Fit(Unknowns, readings, trial => new Line(trial["intercept"], trial["slope"]), initial, options);
    }

    private static (double Intercept, double Slope, double Error) Textbook()
    {
        var (x, y) = (X.Average(), Y.Average());
        var spread = X.Sum(one => (one - x) * (one - x));
        var slope = X.Zip(Y, (a, b) => (a - x) * (b - y)).Sum() / spread;
        var left = X.Zip(Y, (a, b) => Math.Pow(b - y - slope * (a - x), 2)).Sum();
        return (y - slope * x, slope, Math.Sqrt(left / (X.Length - 2) / spread));
    }
}
