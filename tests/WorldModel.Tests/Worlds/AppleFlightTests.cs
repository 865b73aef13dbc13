using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class AppleFlightTests
{
    private const double Gravity = 9.81;

    [Fact]
    public void In_a_vacuum_it_falls_as_Galileo_says()
    {
        var run = Fly(Vacuum(), Doubles.Row(1, 2, 30, 0, 0, 3), seconds: 2);
        foreach (var (t, i) in run.Seconds().Select((t, i) => (t, i)))
        {
            Assert.Equal(30 + 3 * t - Gravity / 2 * t * t, run.Series("height")[i], 1e-10);
            Assert.Equal(3 - Gravity * t, run.Series("climb")[i], 1e-10);
        }
    }

    [Fact]
    public void In_a_vacuum_it_lands_at_the_range_of_a_projectile()
    {
        var run = Fly(Vacuum(restitution: 0, grip: 0), Doubles.Row(0, 0, 0, 3, -2, 4), seconds: 2);
        var flight = 2 * 4 / Gravity;
        Assert.Equal(3 * flight, run.Series("x")[^1], 1e-9);
        Assert.Equal(-2 * flight, run.Series("y")[^1], 1e-9);
        Assert.Equal(0, run.Series("height")[^1]);
    }

    [Theory]
    [InlineData(0.007)]
    [InlineData(0.3)]
    public void With_drag_it_nears_the_terminal_velocity_as_the_hyperbolic_tangent(double drag)
    {
        Apple apple = new() { Gravity = Doubles.Scalar(Gravity), Drag = Doubles.Scalar(drag) };
        var run = Fly(apple, Doubles.Row(0, 0, 1e4, 0, 0, 0), seconds: 20);
        var terminal = Math.Sqrt(Gravity / drag);
        Assert.All(run.Seconds().Zip(run.Series("climb")), at =>
            Assert.Equal(-terminal * Math.Tanh(Gravity * at.First / terminal), at.Second, 1e-5));
    }

    [Fact]
    public void Without_gravity_it_takes_on_the_speed_of_the_wind()
    {
        // Airspeed u falls by du/dt = −k·u², so u = u₀/(1 + k·u₀·t).
        Apple apple = new() { Gravity = Doubles.Scalar(0), Drag = Doubles.Scalar(0.5), Wind = tensor(new[] { 3.0, -4, 0 }) };
        var run = Fly(apple, Doubles.Row(0, 0, 5, 0, 0, 0), seconds: 30);
        var left = 1 / (1 + 0.5 * 5 * 30);
        Assert.Equal(3 * (1 - left), run.Series("x speed")[^1], 1e-5);
        Assert.Equal(-4 * (1 - left), run.Series("y speed")[^1], 1e-5);
    }

    [Fact]
    public void While_it_falls_it_drifts_with_the_wind()
    {
        Apple apple = new() { Drag = Doubles.Scalar(0.5), Wind = tensor(new[] { 6.0, 0, 0 }) };
        var run = Fly(apple, Doubles.Row(0, 0, 1e4, -10, 5, 0), seconds: 15);
        Assert.Equal(6, run.Series("x speed")[^1], 1e-6);
        Assert.Equal(0, run.Series("y speed")[^1], 1e-6);
    }

    private static Apple Vacuum(double restitution = 0.5, double grip = 0.8) => new()
    {
        Gravity = Doubles.Scalar(Gravity),
        Drag = Doubles.Scalar(0),
        Restitution = Doubles.Scalar(restitution),
        Grip = Doubles.Scalar(grip),
    };

    private static Trajectories Fly(Apple apple, Tensor start, double seconds) =>
        new Simulated(apple, 0.05).Run(start, (int)Math.Round(seconds / 0.05));
}
