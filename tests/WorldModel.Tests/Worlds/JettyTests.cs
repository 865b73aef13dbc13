using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class JettyTests
{
    private static readonly Simulated Boat = new(new Boat(), 0.1);
    private static readonly IDynamics Stopped = new Jetty(1, -2, 3, 2).InTheWayOf(Boat);

    [Fact]
    public void A_boat_that_would_enter_stays_where_it_was_at_rest_and_its_oars_go_on()
    {
        var (state, rates) = (Doubles.Row(0.95, 0, 0.2, 2, 0.1, 0.3, 1, 2), Doubles.Row(0.5, 0.5));
        var (free, stopped) = (Doubles.Of(Boat.Step(state, rates)), Doubles.Of(Stopped.Step(state, rates)));
        Assert.True(free[0] > 1);
        Assert.Equal([0.95, 0, free[2], 0, 0, 0, free[6], free[7]], stopped);
    }

    [Fact]
    public void Elsewhere_it_changes_nothing()
    {
        var (states, rates) = (Doubles.Row(-5, 0, 0.2, 2, 0.1, 0.3, 1, 2), Doubles.Row(0.5, 0.4));
        Assert.True(Boat.Step(states, rates).Equals(Stopped.Step(states, rates)));
        var past = Doubles.Row(0.95, 5, 0, 2, 0, 0, 1, 2);
        Assert.True(Boat.Step(past, rates).Equals(Stopped.Step(past, rates)));
    }

    [Fact]
    public void Each_run_of_a_batch_stops_for_itself()
    {
        var (states, rates) = (cat([Doubles.Row(0.95, 0, 0, 2, 0, 0, 0, 0), Doubles.Row(-9, 0, 0, 2, 0, 0, 0, 0)], dim: 0), zeros([2, 30, 2], float64));
        var x = Stopped.Run(states, rates).States.select(2, 0);
        Assert.Equal(0.95, x[0, -1].ToDouble());
        Assert.True(x[1, -1].ToDouble() > -5);
        Assert.True(x.max().ToDouble() <= 1);
    }

    [Fact]
    public void What_has_no_place_cannot_run_into_it() =>
        Assert.Contains("no channel 'x'", Assert.Throws<ArgumentException>(() => new Jetty(0, 0, 1, 1).InTheWayOf(new Simulated(new Pendulum(), 0.1))).Message, StringComparison.Ordinal);
}
