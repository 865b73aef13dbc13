using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class AttractorTests
{
    [Fact]
    public void A_shift_is_as_far_as_it_is_long()
    {
        Seed.Set(1);
        Trajectories here = new(Runs.State, Space.None, randn([5, 300, 2], float64), zeros([5, 299, 0], float64), 0.1);
        Trajectories there = new(here.State, here.Action, here.States + 0.7, here.Actions, here.Dt);
        Assert.Equal(0.7, Attractor.Distance(here, there, "x"), 9);
        Assert.Equal(0, Attractor.Distance(here, here, "y"));
    }

    [Fact]
    public void The_order_in_time_does_not_matter_but_spread_does()
    {
        Seed.Set(2);
        Trajectories here = new(Runs.State, Space.None, randn([1, 20000, 2], float64), zeros([1, 19999, 0], float64), 0.1);
        Trajectories back = new(here.State, here.Action, here.States.flip(1), here.Actions, here.Dt);
        Trajectories wide = new(here.State, here.Action, here.States * 2, here.Actions, here.Dt);
        Assert.Equal(0, Attractor.Distance(here, back, "x"), 12);
        Assert.Equal(Math.Sqrt(2 / Math.PI), Attractor.Distance(here, wide, "x"), 0.03); // mean of |z|
    }

    [Fact]
    public void A_run_that_blows_up_is_infinitely_far()
    {
        var here = Runs.Of(new double[,,] { { { 0, 0 }, { 1, 1 } } });
        Assert.Equal(double.PositiveInfinity, Attractor.Distance(here, Runs.Of(new double[,,] { { { 0, 0 }, { double.NaN, 1 } } }), "x"));
    }
}
