namespace WorldModel.Tests.Core;

public sealed class TrajectoriesTests
{
    private static readonly Space State = new(new("height", "m"), new("climb", "m/s"));
    private static readonly Space Action = new(new Channel("push", "N"));
    private static readonly Trajectories Runs = new(State, Action, arange(40, float64).reshape(4, 5, 2), arange(16, float64).reshape(4, 4, 1), 0.5);

    [Fact]
    public void It_knows_its_measures()
    {
        Assert.Equal((4, 4), (Runs.Runs, Runs.Steps));
        Assert.Equal([0, 0.5, 1, 1.5, 2], Runs.Seconds());
        Assert.Equal([11, 13, 15, 17, 19], Runs.Series("climb", run: 1));
        Assert.Equal([0, 1, 10, 11, 20, 21, 30, 31], Doubles.Of(Runs.Initial));
    }

    [Fact]
    public void Picked_runs_come_in_the_order_asked_for()
    {
        var picked = Runs.Pick(3, 1);
        Assert.True(picked.States.Equals(stack([Runs.States[3], Runs.States[1]])));
        Assert.True(picked.Actions.Equals(stack([Runs.Actions[3], Runs.Actions[1]])));
    }

    [Fact]
    public void First_keeps_the_beginning_of_every_run()
    {
        var first = Runs.First(2);
        Assert.True(first.States.Equals(Runs.States.narrow(1, 0, 3)));
        Assert.True(first.Actions.Equals(Runs.Actions.narrow(1, 0, 2)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void A_run_that_does_not_exist_is_named(int run)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Runs.Pick(0, run));
        Assert.Contains("runs 0 to 3", e.Message, StringComparison.Ordinal);
        Assert.Equal(run, e.ActualValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Steps_that_do_not_exist_are_refused(int steps) => Assert.Throws<ArgumentOutOfRangeException>(() => Runs.First(steps));

    [Theory]
    [InlineData(new long[] { 4, 5 }, new long[] { 4, 4, 1 })]
    [InlineData(new long[] { 4, 5, 3 }, new long[] { 4, 4, 1 })]
    [InlineData(new long[] { 4, 5, 2 }, new long[] { 4, 4, 2 })]
    [InlineData(new long[] { 4, 5, 2 }, new long[] { 3, 4, 1 })]
    [InlineData(new long[] { 4, 5, 2 }, new long[] { 4, 5, 1 })]
    public void Shapes_that_do_not_belong_together_are_named(long[] states, long[] actions)
    {
        var e = Assert.Throws<ArgumentException>(() => new Trajectories(State, Action, zeros(states), zeros(actions), 1));
        Assert.Contains($"[{string.Join(", ", states)}] and [{string.Join(", ", actions)}]", e.Message, StringComparison.Ordinal);
        Assert.Contains("[B, T+1, 2] and actions [B, T, 1]", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Time_must_pass_between_states(double dt) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trajectories(State, Action, Runs.States, Runs.Actions, dt));

    [Fact]
    public void A_series_can_be_read_although_gradients_flow()
    {
        Trajectories runs = new(State, Action, Runs.States.clone().requires_grad_(), Runs.Actions, 1);
        Assert.Equal([0, 2, 4, 6, 8], runs.Series("height"));
    }
}
