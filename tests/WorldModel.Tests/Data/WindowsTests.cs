using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class WindowsTests
{
    private static readonly Space State = new(new("a", ""), new("b", ""));
    private static readonly Space Action = new(new Channel("push", "N"));
    private static readonly Trajectories Runs = new(State, Action, arange(60, float64).reshape(3, 10, 2), arange(27, float64).reshape(3, 9, 1), 1);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void Windows_are_slices_of_the_runs(int steps)
    {
        var (windows, a, starts) = (Windows.Cut(Runs, steps), 0, 10 - steps);
        Assert.Equal((3 * starts, steps), (windows.Count, windows.Steps));
        for (var run = 0; run < 3; run++)
        {
            for (var start = 0; start < starts; start++, a++)
            {
                Assert.True(windows.States[a].Equals(Runs.States[run].narrow(0, start, steps + 1)));
                Assert.True(windows.Actions[a].Equals(Runs.Actions[run].narrow(0, start, steps)));
            }
        }

        Assert.True(windows.Initial.Equals(windows.States.select(1, 0)));
        Assert.True(windows.Targets.Equals(windows.States.narrow(1, 1, steps)));
    }

    [Fact]
    public void Windows_with_a_lost_reading_are_left_out()
    {
        var states = Runs.States.clone();
        states[1, 4] = double.NaN;
        states[2, 0] = double.NaN;
        var windows = Windows.Cut(new(State, Action, states, Runs.Actions, 1), 3);
        Assert.Equal(7 + 3 + 6, windows.Count); // Of run 1, windows 1 to 4 hold reading 4; of run 2, only the first holds reading 0.
        Assert.False(windows.States.isnan().any().ToBoolean());
        Assert.True(windows.States[7].Equals(Runs.States[1].narrow(0, 0, 4)));
        Assert.True(windows.Actions[8].Equals(Runs.Actions[1].narrow(0, 5, 3)));
        Assert.True(windows.Actions[10].Equals(Runs.Actions[2].narrow(0, 1, 3)));
    }

    [Fact]
    public void Worlds_without_actions_have_windows_too()
    {
        var windows = Windows.Cut(new(State, Space.None, Runs.States, zeros([3, 9, 0], float64), 1), 2);
        Assert.Equal([24, 2, 0], windows.Actions.shape);
        Assert.Equal(24, windows.Batches(5).Sum(batch => batch.Count));
    }

    [Fact]
    public void Windows_longer_than_the_runs_are_refused() =>
        Assert.Contains("runs of 9 steps hold no window of 10", Assert.Throws<ArgumentException>(() => Windows.Cut(Runs, 10)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_but_lost_readings_is_refused()
    {
        Trajectories lost = new(State, Action, full_like(Runs.States, double.NaN), Runs.Actions, 1);
        Assert.Contains("cut shorter ones", Assert.Throws<ArgumentException>(() => Windows.Cut(lost, 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(100)]
    public void Batches_deal_every_window_exactly_once(int size)
    {
        var windows = Windows.Cut(Runs, 2);
        List<double> seen = [];
        foreach (var batch in windows.Batches(size))
        {
            Assert.InRange(batch.Count, 1, size);
            Assert.True(batch.Actions.select(1, 0).mul(20.0 / 9).floor_divide(20).Equals(batch.Initial.narrow(1, 0, 1).floor_divide(20))); // of the same run
            seen.AddRange(Doubles.Of(batch.Initial.select(1, 0)));
        }

        Assert.Equal(Doubles.Of(windows.Initial.select(1, 0)).Order(), seen.Order());
    }

    [Fact]
    public void The_order_of_batches_follows_the_seed()
    {
        var windows = Windows.Cut(Runs, 2);
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));

        double[] Order(int seed)
        {
            Seed.Set(seed);
            return [.. windows.Batches(4).SelectMany(batch => Doubles.Of(batch.Initial.select(1, 0)))];
        }
    }

    [Fact]
    public void A_batch_has_a_size() => Assert.Throws<ArgumentOutOfRangeException>(() => Windows.Cut(Runs, 2).Batches(0));

    [Fact]
    public void No_tensor_is_left_behind_even_by_a_loop_that_ends_early()
    {
        var windows = Windows.Cut(Runs, 2);
        Assert.Equal(2, LiveTensors.LeftBy(() => Windows.Cut(Runs, 2)));
        Assert.Equal(0, LiveTensors.LeftBy(() => Assert.Equal(6, windows.Batches(4).Count())));
        Assert.Equal(0, LiveTensors.LeftBy(() => Assert.NotNull(windows.Batches(4).First())));
    }
}
