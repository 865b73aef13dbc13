using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class GalileoBenchTests
{
    [Fact]
    public void The_shelf_is_the_root_of_twice_kappa_h_H() => Assert.Equal(47.09 * Math.Sqrt(1000), Distance(1000, 776.2, slope: 0), 0.5);

    [Theory]
    [InlineData(1000, 780, 0)]
    [InlineData(600, 300, 0.4)]
    [InlineData(100, 900, 1.2)]
    public void The_ball_flies_the_parabola_of_its_exit(double height, double drop, double slope)
    {
        // With v² = κ·g·H and g = 1: where x = D, the fall x·tan α + x²/(2·v²·cos² α) is h.
        var distance = Distance(height, drop, slope);
        var squaredSpeed = 10.0 / 7 * height;
        Assert.Equal(drop, distance * Math.Tan(slope) + distance * distance / (2 * squaredSpeed * Math.Pow(Math.Cos(slope), 2)), 1e-3);
    }

    [Fact]
    public void A_release_keeps_its_height_in_a_rollout()
    {
        var runs = Bench(776, 0).Run(Doubles.Row(800, 0), 1);
        Assert.Equal(800, runs.Series("release height")[1]);
    }

    private static double Distance(double height, double drop, double slope) =>
        Doubles.Of(Bench(drop, slope).Step(Doubles.Row(height, 0), zeros([1, 0])))[1];

    private static GalileoBench Bench(double drop, double slope) => new() { Drop = Doubles.Scalar(drop), Slope = Doubles.Scalar(slope), Speed = Doubles.Scalar(10.0 / 7) };
}
