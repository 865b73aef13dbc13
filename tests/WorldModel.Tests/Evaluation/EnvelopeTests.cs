using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class EnvelopeTests
{
    private static readonly Trajectories Seen = Runs.Of(new double[,,] { { { 0, -1 }, { 4, 1 } }, { { double.NaN, double.NaN }, { 2, 0 } } });

    [Fact]
    public void The_range_is_that_of_the_runs_and_a_margin()
    {
        Assert.Equal((-1, 5), Envelope.Of(Seen, 0.25).Range("x"));
        Assert.Equal((-1, 1), Envelope.Of(Seen, 0).Range("y"));
    }

    [Fact]
    public void A_run_is_flagged_when_it_first_leaves_or_is_no_number()
    {
        var runs = Runs.Of(new double[,,]
        {
            { { 0, 0 }, { 1, 0 }, { 4, 1 } },
            { { 0, 0 }, { 1, -1.5 }, { 1, 0 } },
            { { 0, 0 }, { 1, 0 }, { double.NaN, 0 } },
            { { 0, 0 }, { double.PositiveInfinity, 0 }, { 0, 0 } },
        });
        Assert.Equal([double.PositiveInfinity, 0.5, 1, 0.5], Envelope.Of(Seen, 0).LeftAt(runs));
        Assert.Equal(
            "3 of 4 runs leave what was seen; first run 1 after 0.5 s: y is -1.5, seen were -1 to 1 with the margin", Envelope.Of(Seen, 0).Describe(runs));
        Assert.Equal("all 1 runs stay within what was seen for 1 s", Envelope.Of(Seen, 0).Describe(runs.Pick(0)));
    }

    [Fact]
    public void A_rollout_of_1000_steps_that_runs_away_is_flagged_at_the_step_where_it_left_long_before_it_is_infinite()
    {
        using var states = 0.5 * tensor(1.1).pow(arange(0, 10_001, float64)).view(1, -1, 1); // the power is infinite from step 7448 on
        Trajectories away = new(new(new Channel("x", "m")), Space.None, states, zeros([1, 10_000, 0]), 0.5);
        Trajectories seen = new(away.State, Space.None, tensor(new[, ,] { { { -1.0 }, { 1 } } }), zeros([1, 1, 0]), 0.5);
        Assert.Equal(0.5 * 8, Envelope.Of(seen, 0).LeftAt(away.First(1000))[0]); // 0.5·1.1⁸ is the first above 1
        Assert.Equal(0.5 * 8, Envelope.Of(seen, 0).LeftAt(away)[0]);
        Assert.Equal(double.PositiveInfinity, Envelope.NumbersEndAt(away.First(1000))[0]);
        Assert.Equal(0.5 * Math.Ceiling(Math.Log(double.MaxValue) / Math.Log(1.1)), Envelope.NumbersEndAt(away)[0]);
    }

    [Fact]
    public void Other_channels_and_channels_never_seen_are_refused()
    {
        Trajectories others = new(new(new Channel("z", "m")), Space.None, zeros(1, 2, 1), zeros([1, 1, 0]), 1);
        Assert.Contains("(x [m], y [m])", Assert.Throws<ArgumentException>(() => Envelope.Of(Seen).LeftAt(others)).Message, StringComparison.Ordinal);
        var blind = Runs.Of(new double[,,] { { { 0, double.NaN } } });
        Assert.Contains("'y' has no finite reading", Assert.Throws<ArgumentException>(() => Envelope.Of(blind)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Envelope.Of(Seen, -0.1));
    }
}
