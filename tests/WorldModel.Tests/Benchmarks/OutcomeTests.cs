using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Peers;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Charts;

namespace WorldModel.Tests.Benchmarks;

public sealed class OutcomeTests
{
    private static readonly Comparison Dense = new("dense", "train", () => throw new InvalidOperationException("nobody measures here")) { Goal = 0.5, LeastOfPeak = 0.8 };

    [Fact]
    public void The_peer_is_taken_at_its_best_form_and_threads()
    {
        var best = Peer().Best;
        Assert.Equal(("jit", 2, 1.0), (best.Form, best.Threads, best.Blocks.Best));
    }

    [Theory]
    [InlineData(0.5, 0.8, true)]
    [InlineData(0.51, 0.8, false)]
    [InlineData(0.5, 0.79, false)]
    public void A_goal_is_reached_when_all_of_it_is(double ours, double ofPeak, bool reached) =>
        Assert.Equal(reached, Of(Dense, ours, Peer(), ofPeak).IsReached);

    [Fact]
    public void Without_a_peer_or_a_goal_nothing_is_reached_or_missed()
    {
        Assert.Null(Of(Dense with { LeastOfPeak = null }, 0.1, theirs: null).IsReached);
        Assert.Null(Of(Dense with { Goal = null, LeastOfPeak = null }, 0.1, Peer()).IsReached);
    }

    [Fact]
    public void The_peak_is_held_against_us_even_without_a_peer() => Assert.False(Of(Dense, 0.1, theirs: null, ofPeak: 0.5).IsReached);

    [Fact]
    public void Work_that_nobody_counted_has_no_fraction_of_the_peak() => Assert.Null(Of(Dense, 0.1, Peer()).OfPeak);

    [Fact]
    public void The_table_shows_a_steps_time_beside_the_goal_and_the_verdict()
    {
        var row = Assert.Single(PeerTable.Of([Of(Dense with { Steps = 1000 }, 0.25, Peer(), 0.9)]).Rows);
        Assert.Equal(["dense", "jit, 2 threads", "1.00 ms", "250 µs", "250 µs", "0.250", "≤ 0.500, ≥ 80 %", "90 %", "reached"], row);
    }

    [Fact]
    public void The_table_says_what_is_missing_without_a_peer()
    {
        var row = Assert.Single(PeerTable.Of([Of(Dense with { LeastOfPeak = null }, 0.25, theirs: null)]).Rows);
        Assert.Equal(["dense", "–", "–", "250 ms", "250 ms", "–", "≤ 0.500", "–", "–"], row);
    }

    [Fact]
    public void The_chart_shows_ratio_and_goal_of_all_that_were_compared()
    {
        var figure = RatioChart.Draw("Ratios", [Of(Dense, 0.25, Peer()), Of(Dense with { Name = "alone" }, 1, theirs: null)]);
        Assert.Contains("dense 0.250 (goal 0.500)", figure.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("alone", figure.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => RatioChart.Draw("Ratios", [Of(Dense, 1, theirs: null)]));

    private static PeerTimes Peer()
    {
        PeerTimes times = new();
        times.Add("eager", 1, [1.2, 1.1]);
        times.Add("jit", 2, [1.5, 1.0]);
        times.Add("jit", 1, [2.0]);
        return times;
    }

    private static Outcome Of(Comparison comparison, double seconds, PeerTimes? theirs, double ofPeak = 0)
    {
        Blocks ours = new();
        ours.Add([seconds]);
        return new(comparison, ours, theirs) { Flops = ofPeak * seconds * 1e9, Peak = 1e9 };
    }
}
