using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class HistoriesTests
{
    private static readonly Space Frame = new(new("x", "m"), new("height", "m"));

    [Fact]
    public void A_stack_holds_the_last_frames_the_newest_first()
    {
        var stacked = Runs(2, 6).Stack(3);
        Assert.Equal([2L, 4, 6], stacked.States.shape);
        Assert.Equal(3, stacked.Steps);
        Assert.Equal([4, 5, 2, 3, 0, 1], stacked.States[0, 0].data<float>().ToArray());
        Assert.Equal([10, 11, 8, 9, 6, 7], stacked.States[0, 3].data<float>().ToArray());
        Assert.Equal([16, 17, 14, 15, 12, 13], stacked.States[1, 0].data<float>().ToArray());
    }

    [Fact]
    public void Channels_say_how_old_they_are_and_keep_their_units() =>
        Assert.Equal("x [m], height [m], x 1 ago [m], height 1 ago [m], x 2 ago [m], height 2 ago [m]", Histories.Of(Frame, 3).ToString());

    [Fact]
    public void The_newest_frames_of_stacks_are_the_frames()
    {
        var runs = Runs(2, 6);
        var newest = runs.Stack(3).Newest(3);
        Assert.True(newest.State.SameAs(Frame));
        Assert.True(newest.States.equal(runs.States.narrow(1, 2, 4)).all().item<bool>());
    }

    [Fact]
    public void A_stack_of_one_frame_is_the_frame()
    {
        var runs = Runs(1, 4);
        Assert.True(runs.Stack(1).States.equal(runs.States).all().item<bool>());
        Assert.True(runs.Stack(1).State.SameAs(Frame));
    }

    [Fact]
    public void A_lost_frame_is_lost_in_every_stack_that_holds_it()
    {
        var runs = Runs(1, 6);
        runs.States[0, 2] = tensor(float.NaN);
        Assert.Equal([false, false, false, true], runs.Stack(3).States.isfinite().all(2)[0].data<bool>().ToArray());
    }

    [Fact]
    public void A_stack_fits_into_its_runs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Runs(1, 4).Stack(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Runs(1, 4).Stack(4));
        Assert.Contains("no stack of 4 frames", Assert.Throws<ArgumentException>(() => Runs(1, 5).Stack(3).Newest(4)).Message, StringComparison.Ordinal);
    }

    private static Trajectories Runs(int runs, int frames) =>
        new(Frame, Space.None, arange(runs * frames * 2, float32).reshape(runs, frames, 2), zeros(runs, frames - 1, 0), 0.1);
}
