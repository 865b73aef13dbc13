using CsCheck;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class AppleBounceTests
{
    private const double Gravity = 9.81;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0.7, 2)]
    [InlineData(0.4, 5)]
    public void It_rises_again_to_restitution_squared_times_the_height(double restitution, double height)
    {
        const double Dt = 0.01;
        var run = new Simulated(Ball(restitution), Dt).Run(Doubles.Row(0, 0, height, 0, 0, 0), 400);
        var heights = run.Series("height");
        var impact = Array.FindIndex(run.Series("climb"), climb => climb > 0);
        var secondFall = 2 * restitution * Math.Sqrt(2 * height / Gravity);
        var apex = heights[impact..(impact + (int)(secondFall / Dt) - 1)].Max();

        // Nothing is lost but what lies between two samples of a parabola: at most g·dt²/8.
        Assert.InRange(apex, restitution * restitution * height - Gravity * Dt * Dt / 8 - 1e-6, restitution * restitution * height + 1e-6);
    }

    [Fact]
    public void Its_flight_after_a_bounce_with_drag_converges_with_the_square_of_dt()
    {
        // Where in a step the impact falls is chance, so each error is the worst of several nearby numbers of steps.
        var reference = After(1.4, 2500);
        var errors = new[] { 40, 160 }.Select(few => new[] { 0, 1, 2, 3, 5, 7, 9, 11 }.Max(more => Doubles.Worst(After(1.4, few + more), reference))).ToList();
        Assert.InRange(Math.Log(errors[0] / errors[1], 4), 1.5, 3);
    }

    [Fact]
    public void It_bounces_although_drag_slows_it_more_than_gravity_pulls()
    {
        var reference = Fast(1000);
        Assert.True(Doubles.Worst(Fast(20), reference) < 0.02, $"{string.Join(", ", Doubles.Of(Fast(20)))} against {string.Join(", ", Doubles.Of(reference))}");

        static Tensor Fast(int steps) => new Simulated(Ball(0.8, drag: 0.1), 0.2 / steps)
            .Run(Doubles.Row(0, 0, 3, 5, 0, -40), steps).States.select(1, steps);
    }

    [Fact]
    public void It_comes_to_rest_on_the_ground()
    {
        var run = new Simulated(Ball(0.5, drag: 0.01), 0.01).Run(Doubles.Row(0, 0, 3, 4, -3, 2), 1000);
        var end = Doubles.Of(run.States[0, 1000]);
        Assert.Equal(0, end[2]);
        Assert.All(end[3..], speed => Assert.Equal(0, speed, 1e-9));
    }

    [Fact]
    public void It_never_sinks_and_never_gains_energy_without_wind() =>
        Gen.Select(Gen.Select(Gen.Double[0, 20], Gen.Double[-15, 15].Array[3], Gen.Double[0, 0.2], Gen.Double[0, 1]).Array[100], Gen.Double[0.005, 0.05])
            .Sample((balls, dt) =>
            {
                using var scope = NewDisposeScope();
                var ball = new Apple { Gravity = Doubles.Scalar(Gravity), Drag = EachOf(balls.Select(b => b.Item3)), Restitution = EachOf(balls.Select(b => b.Item4)) };
                var start = cat([.. balls.Select(b => Doubles.Row([0, 0, b.Item1, .. b.Item2]))]);
                var states = new Simulated(ball, dt).Run(start, 150).States;
                var energy = 0.5 * states.narrow(-1, 3, 3).square().sum(dim: -1) + Gravity * states.select(-1, 2);
                var gain = energy.diff(1, 1) / (1 + energy.narrow(1, 0, 150));
                Assert.True(states.select(-1, 2).min().ToDouble() >= 0);
                Assert.True(gain.max().ToDouble() <= 1e-5, $"gained {gain.max().ToDouble()}");
            }, iter: 10, threads: 1);

    [Fact]
    public void A_noisy_reading_below_the_ground_that_rises_flies_on()
    {
        var run = new Simulated(Ball(0.5), 0.01).Run(Doubles.Row(0, 0, -0.1, 0, 0, 4), 10);
        Assert.Equal(-0.1 + 0.4 - Gravity / 2 * 0.01, run.Series("height")[^1], 1e-9);
    }

    [Fact]
    public void A_noisy_reading_below_the_ground_that_falls_is_put_on_it()
    {
        var run = new Simulated(Ball(0.5), 0.01).Run(Doubles.Row(0, 0, -0.1, 0, 0, -0.01), 10);
        Assert.Equal(0, run.Series("height")[^1]);
    }

    private static Tensor EachOf(IEnumerable<double> values) => tensor(values.ToArray()).unsqueeze(1);

    private static Tensor After(double seconds, int steps) => new Simulated(Ball(0.8, drag: 0.05), seconds / steps)
        .Run(Doubles.Row(0, 0, 2, 1, 0, 0), steps).States.select(1, steps);

    private static Apple Ball(double restitution, double drag = 0) => new()
    {
        Gravity = Doubles.Scalar(Gravity),
        Drag = Doubles.Scalar(drag),
        Restitution = Doubles.Scalar(restitution),
        Grip = Doubles.Scalar(0.8),
    };
}
