using WorldModel.Learning;
using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

public sealed class PracticeTests
{
    [Fact]
    public void What_is_learnt_by_acting_comes_close_to_the_best_that_there_is()
    {
        var practice = Pushing.Begin(1).Practise(6);
        double OverBest(int trial) => -practice.Rows[trial].Return / Lowest(practice.Replay.Runs[trial]);
        Assert.InRange(OverBest(5), 1, 1.25);
        Assert.True(OverBest(0) > 1.25, $"random actions cost only {OverBest(0)} times the least");
    }

    [Fact]
    public void Random_trials_end_when_their_steps_are_over_and_every_trial_counts()
    {
        var practice = Pushing.Begin(2).Practise(3);
        Assert.Equal([25, 40, 65], practice.Rows.Select(row => row.RealSteps));
        Assert.Equal([1, 2, 3], practice.Rows.Select(row => row.Trial));
        Assert.Equal([25, 15, 25], practice.Replay.Runs.Select(run => run.Steps));
        Assert.True(double.IsNaN(practice.Rows[1].Imagined) && double.IsFinite(practice.Rows[2].Imagined));
        Assert.Equal(2, practice.Models.Count);
    }

    [Fact]
    public void What_came_is_the_cost_of_the_steps_that_the_plans_were_about()
    {
        var practice = Pushing.Begin(3).Practise(3);
        var run = practice.Replay.Runs[2];
        var costs = Enumerable.Range(0, 25 - 8 + 1).Select(step => PointMass.Cost(new(
            run.State, run.Action, run.States.narrow(1, step, 9), run.Actions.narrow(1, step, 8), run.Dt)).ToDouble());
        Assert.Equal(costs.Average(), practice.Rows[2].Came, 1e-5);
    }

    [Fact]
    public void A_trial_ends_early_where_it_is_over()
    {
        var practice = Pushing.Begin(4, Pushing.Task with { IsOver = state => Math.Abs(state[0, 0].ToDouble() - 1) > 0.3 }).Practise(4);
        var runs = practice.Replay.Runs;
        Assert.True(runs.Take(2).Min(run => run.Steps) < 25);
        Assert.All(runs, run => Assert.True((run.States.narrow(1, 1, run.Steps - 1).select(2, 0) - 1).abs().max().ToDouble() <= 0.3 || run.Steps == 1));
    }

    [Fact]
    public void Only_what_was_seen_is_kept_and_only_what_happened_is_judged()
    {
        List<Trajectories> judged = [];
        var task = Pushing.Task with
        {
            Observe = state => state + 100,
            Return = run =>
            {
                judged.Add(new(run.State, run.Action, run.States.clone().DetachFromDisposeScope(), run.Actions.clone().DetachFromDisposeScope(), run.Dt));
                return 0;
            },
        };
        var practice = Pushing.Begin(5, task).Practise(3);
        Assert.All(judged.Zip(practice.Replay.Runs), pair => Assert.True((pair.Second.States - pair.First.States - 100).abs().max().ToDouble() < 1e-4));
        Assert.All(judged, run => Assert.True(run.States.abs().max().ToDouble() < 50));
    }

    [Fact]
    public void Without_networks_there_is_nothing_to_ask_and_without_runs_nothing_to_learn()
    {
        var practice = Pushing.Begin(6);
        Assert.Contains("at least one model", Assert.Throws<ArgumentException>(practice.Task).Message, StringComparison.Ordinal);
        Assert.Contains("do a trial first", Assert.Throws<InvalidOperationException>(practice.Replay.OneByOne).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Practice(Pushing.Task, Pushing.Planner, new(Steps: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Practice(Pushing.Task, Pushing.Planner, new(Members: 0)));
        var error = Assert.Throws<ArgumentException>(() => new Practice(Pushing.Task, Pushing.Planner, new() { First = new() { Checkpoint = "a" } }));
        Assert.Contains("name a File", error.Message, StringComparison.Ordinal);
    }

    private static double Lowest(Trajectories run) => new PointMass().LowestCost(run.States[0, 0, 0].ToDouble(), run.States[0, 0, 1].ToDouble(), run.Steps);
}
