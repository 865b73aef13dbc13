using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class CrowdTests
{
    private static readonly Crowd Two = new(2);

    [Fact]
    public void A_state_is_what_it_was_composed_of()
    {
        using var scope = NewDisposeScope();
        Seed.Set(1);
        var (places, velocities, masses, radii) = (randn([3, 7, 2, 2], float64), randn([3, 7, 2, 2], float64), rand([3, 7, 2], float64), rand([3, 7, 2], float64));
        var states = Crowd.Compose(places, velocities, masses, radii);
        Assert.Equal(Two.State.Size, states.shape[^1]);
        Assert.Equal(0, Doubles.Worst(Two.Positions(states), places));
        Assert.Equal(0, Doubles.Worst(Two.Velocities(states), velocities));
        Assert.Equal(0, Doubles.Worst(Two.Masses(states), masses));
        Assert.Equal(0, Doubles.Worst(Two.Radii(states), radii));
    }

    [Fact]
    public void Channels_stand_where_their_names_say()
    {
        var state = arange(12, float64).unsqueeze(0);
        Assert.Equal([2, 3], Doubles.Of(Two.Positions(state)[0, 1]));
        Assert.Equal(["x 2 [m]", "vy 1 [m/s]", "mass 2 [kg]", "radius 1 [m]"], new[] { 2, 5, 9, 10 }.Select(i => Two.State.Channels[i].Label));
        Assert.Equal(2, Crowd.Of(Two.State).Count);
    }

    [Fact]
    public void Channels_of_something_else_are_refused()
    {
        var message = Assert.Throws<ArgumentException>(() => Crowd.Of(new Apple().State)).Message;
        Assert.Contains("climb [m/s]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_and_energy_are_those_of_the_textbook()
    {
        var state = Doubles.Row(0, 0, 5, 5, 1, 2, -3, 0.5, 2, 4, 0.1, 0.1);
        Assert.Equal([2 - 12, 4 + 2], Doubles.Of(Two.Momentum(state)[0]));
        Assert.Equal(0.5 * 2 * 5 + 0.5 * 4 * 9.25, Two.KineticEnergy(state).ToDouble(), 1e-12);
    }

    [Fact]
    public void Joined_runs_keep_theirs_and_have_empty_places()
    {
        using var scope = NewDisposeScope();
        var (two, three) = (Watch(2, runs: 4), Watch(3, runs: 5));
        var both = CrowdRuns.Join(two, three);
        Crowd joined = new(3);
        Assert.Equal([9, 6, 18], both.States.shape);
        Assert.Equal(0, Doubles.Worst(joined.Positions(both.States).narrow(0, 0, 4).narrow(2, 0, 2), Two.Positions(two.States)));
        Assert.Equal(0, joined.Masses(both.States).narrow(0, 0, 4).select(2, 2).abs().sum().ToDouble());
        Assert.Equal(0, Doubles.Worst(both.States.narrow(0, 4, 5), three.States));
        Assert.Throws<ArgumentException>(() => CrowdRuns.Join());
        Assert.Throws<ArgumentException>(() => CrowdRuns.Join(two, three.First(2)));
    }

    [Fact]
    public void A_quarter_turn_takes_x_to_y_and_back_leaves_no_trace()
    {
        using var scope = NewDisposeScope();
        var state = Doubles.Row(1, 0, 0, 2, 3, 0, 0, 4, 1, 1, 0.1, 0.2);
        var turned = Two.Turn(state, Math.PI / 2);
        Assert.InRange(Doubles.Worst(turned, Doubles.Row(0, 1, -2, 0, 0, 3, -4, 0, 1, 1, 0.1, 0.2)), 0, 1e-12);
        Assert.InRange(Doubles.Worst(Two.Turn(turned, -Math.PI / 2), state), 0, 1e-12);
    }

    [Fact]
    public void A_boost_moves_all_that_is_there()
    {
        var state = Doubles.Row(1, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0.1, 0);
        Assert.Equal(0, Doubles.Worst(Two.Boost(state, 1, -2), Doubles.Row(1, 0, 0, 0, 4, -2, 0, 0, 1, 0, 0.1, 0)));
    }

    private static Trajectories Watch(int count, int runs)
    {
        var room = Room.Square(count, 1);
        return new Balls(count, room).Run(new BallStarts().Draw(count, room, runs, seed: 1), 5);
    }
}
