using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class GalaxyTests
{
    private static readonly Tensor NoAction = zeros([1, 0], float64).DetachFromDisposeScope();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(9, 2)]
    public void Kepler_a_year_grows_with_the_square_root_of_the_cubed_radius(double mass, double radius)
    {
        using var scope = NewDisposeScope();
        var year = 2 * Math.PI * Math.Sqrt(Math.Pow(radius, 3) / mass);
        var start = Doubles.Row(0, 0, radius, 0, 0, 0, 0, Math.Sqrt(mass / radius), mass, 1e-12, 0.1, 0.1);
        var run = new Simulated(new Galaxy(2), year / 400).Run(start, 400).States[0];
        Assert.InRange(Doubles.Worst(run[400], start[0]), 0, 1e-6 * radius);
        Assert.InRange(Doubles.Worst(run[100].narrow(0, 2, 2), tensor(new[] { 0, radius })), 0, 1e-6 * radius);
    }

    [Fact]
    public void Kepler_an_ellipse_takes_as_long_as_the_circle_of_its_longer_half_axis()
    {
        using var scope = NewDisposeScope();
        var speed = Math.Sqrt(2 / 1.5 - 1); // vis-viva at the far end, 1.5 m away, of an ellipse with half-axis 1 m
        var start = Doubles.Row(0, 0, 1.5, 0, 0, 0, 0, speed, 1, 1e-12, 0.1, 0.1);
        var run = new Simulated(new Galaxy(2), 2 * Math.PI / 2000).Run(start, 2000).States[0];
        Assert.InRange(Doubles.Worst(run[2000], start[0]), 0, 1e-5);
        Assert.Equal(-0.5, run[1000][2].ToDouble(), 1e-5);
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(-2, 0.3)]
    [InlineData(-1, 0.1)]
    [InlineData(-2.5, 0.1)]
    public void Nothing_feeds_or_drains_a_galaxy(double power, double softening)
    {
        using var scope = NewDisposeScope();
        Galaxy galaxy = new(5) { Gravity = Doubles.Scalar(1.3), Softening = Doubles.Scalar(softening), Power = Doubles.Scalar(power) };
        Crowd crowd = new(5);
        Seed.Set(3);
        var state = Crowd.Compose(randn([20, 5, 2], float64), randn([20, 5, 2], float64), rand([20, 5], float64) + 0.1, zeros([20, 5], float64)).requires_grad_();
        var rate = galaxy.Derivative(state, NoAction);
        Tensor Flow(Func<Tensor, Tensor> quantity) => (autograd.grad([quantity(state).sum()], [state], create_graph: false)[0] * rate).sum(-1L);
        Assert.InRange((Flow(galaxy.Energy) / galaxy.Energy(state)).abs().max().ToDouble(), 0, 1e-10);
        Assert.InRange(Flow(s => crowd.Momentum(s).select(-1, 0)).abs().max().ToDouble(), 0, 1e-10);
        Assert.True(rate.narrow(1, 10, 10).abs().max().ToDouble() > 0.1);
        Assert.Equal(0, rate.narrow(1, 20, 10).abs().max().ToDouble());
    }

    [Fact]
    public void Two_bodies_pull_with_the_power_of_their_distance()
    {
        double Pull(double power, double apart) => new Galaxy(2) { Power = Doubles.Scalar(power) }
            .Derivative(Doubles.Row(0, 0, apart, 0, 0, 0, 0, 0, 1, 3, 0, 0), NoAction)[0, 4].ToDouble();

        Assert.Equal(3.0 / 4, Pull(-2, 2), 1e-6);
        Assert.Equal(3.0 / 2, Pull(-1, 2), 1e-6);
        Assert.Equal(3 * Math.Pow(2, -2.5), Pull(-2.5, 2), 1e-6);
    }

    [Fact]
    public void An_empty_place_neither_moves_nor_pulls()
    {
        var state = Doubles.Row(0, 0, 1, 0, 0, 0, 5, 5, 2, 0, 0, 0);
        Assert.Equal(0, new Galaxy(2).Derivative(state, NoAction).abs().max().ToDouble());
    }

    [Fact]
    public void A_galaxy_begins_at_rest_about_the_origin_and_turns_one_way()
    {
        using var scope = NewDisposeScope();
        Crowd crowd = new(6);
        var start = new GalaxyStarts { Mass = (0.1, 2) }.Draw(6, 100, seed: 1).to(float64);
        var (places, velocities, masses) = (crowd.Positions(start), crowd.Velocities(start), crowd.Masses(start).unsqueeze(-1));
        Assert.InRange(crowd.Momentum(start).abs().max().ToDouble(), 0, 1e-4);
        Assert.InRange((masses * places).sum(-2L).abs().max().ToDouble(), 0, 1e-4);
        var (from, speed) = (places - places.narrow(1, 0, 1), velocities - velocities.narrow(1, 0, 1));
        var spin = from.select(-1, 0) * speed.select(-1, 1) - from.select(-1, 1) * speed.select(-1, 0);
        Assert.True((spin.narrow(1, 1, 5) > 0).all().item<bool>());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GalaxyStarts().Draw(1, 1, 1));
    }

    [Fact]
    public void A_run_keeps_its_energy_and_its_centre()
    {
        using var scope = NewDisposeScope();
        Galaxy galaxy = new(4) { Softening = Doubles.Scalar(0.2) };
        Crowd crowd = new(4);
        var run = new Simulated(galaxy, 0.005).Run(new GalaxyStarts().Draw(4, 10, seed: 2).to(float64), 1000).States;
        var energy = galaxy.Energy(run);
        Assert.InRange(((energy - energy.narrow(1, 0, 1)) / energy).abs().max().ToDouble(), 0, 1e-5);
        Assert.InRange(Doubles.Worst(crowd.Momentum(run), crowd.Momentum(run).narrow(1, 0, 1)), 0, 1e-10);
    }
}
