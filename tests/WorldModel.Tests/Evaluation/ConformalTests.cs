using WorldModel.Evaluation;

namespace WorldModel.Tests.Evaluation;

public sealed class ConformalTests
{
    [Fact]
    public void New_runs_are_inside_as_often_as_was_asked_for_whatever_the_errors_look_like()
    {
        Seed.Set(1);
        double covered = 0;
        const int Trials = 400, Kept = 39;
        for (var trial = 0; trial < Trials; trial++)
        {
            // Heavy tails, skewed, and larger at the far horizon: no Gaussian would do.
            var (aside, fresh) = (Errors(Kept), Errors(50));
            var conformal = Conformal.Fit(aside, Still(aside), 0.8);
            var (low, high) = conformal.Around(Still(fresh));
            covered += (fresh.States >= low.States).logical_and(fresh.States <= high.States).to(float64).mean().ToDouble() / Trials;
        }

        // Exactly 32/40 in expectation.
        Assert.InRange(covered, 0.785, 0.815);
    }

    [Fact]
    public void The_width_is_an_order_statistic_of_the_errors()
    {
        double[,,] states = new double[9, 1 + 1, 2];
        for (var run = 0; run < 9; run++)
        {
            states[run, 1, 0] = run % 2 == 0 ? run + 1 : -(run + 1);
        }

        var truth = Runs.Of(states);
        Assert.Equal([0, 8], Conformal.Fit(truth, Still(truth), 0.8).HalfWidths("x")); // the ⌈10·0.8⌉-th of 1 … 9
        Assert.Equal([0, 0], Conformal.Fit(truth, Still(truth), 0.8).HalfWidths("y"));
    }

    [Fact]
    public void Too_few_runs_are_refused()
    {
        var truth = Errors(8);
        var error = Assert.Throws<ArgumentException>(() => Conformal.Fit(truth, Still(truth), 0.9));
        Assert.Contains("8 runs with a reading are too few for intervals of 0.9: keep aside at least 9", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Conformal.Fit(Errors(9), Still(Errors(9)), 0.9));
    }

    [Fact]
    public void Longer_predictions_than_were_measured_are_refused()
    {
        var conformal = Conformal.Fit(Errors(20), Still(Errors(20)));
        Assert.Throws<ArgumentException>(() => conformal.Around(Runs.Of(new double[1, 5, 2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conformal.Fit(Errors(20), Still(Errors(20)), 1));
    }

    private static Trajectories Errors(int runs)
    {
        var steps = tensor(new[] { 0.1, 1, 3 }).view(1, 3, 1);
        return new(Runs.State, Space.None, randn([runs, 3, 2], float64).exp() * steps, zeros([runs, 2, 0], float64), 0.5);
    }

    private static Trajectories Still(Trajectories like) => new(like.State, like.Action, zeros_like(like.States), like.Actions, like.Dt);
}
