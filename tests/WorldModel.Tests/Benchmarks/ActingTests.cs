using WorldModel.Benchmarks.Acting;
using WorldModel.Learning;
using WorldModel.Planning;

namespace WorldModel.Tests.Benchmarks;

public sealed class ActingTests
{
    [Fact]
    public void A_boat_docks_that_plans_in_the_true_world_and_not_one_that_cannot_see_ahead()
    {
        Harbour harbour = new(-0.5);
        Assert.All(DockingRun.Seconds(harbour, new Icem(12, 40, 6, 3), [harbour.World], 2), seconds => Assert.InRange(seconds, 1, 40));
        Assert.Contains(DockingRun.Seconds(harbour, new Icem(1, 4, 2, 1), [harbour.World], 3), double.IsInfinity);
    }

    [Fact]
    public void A_boat_is_docked_only_at_the_berth_slow_and_with_the_bow_to_the_east()
    {
        float[] docked = [0.5f, 0.5f, 0.99f, 0.1f, 0.2f, 0.2f, 0, 1, 0, 1, 0];
        Assert.True(Harbour.IsDocked(tensor(docked).view(1, 11)));
        foreach (var (channel, value) in new[] { (0, 1.2f), (2, 0.8f), (4, 0.6f) })
        {
            float[] not = [.. docked];
            not[channel] = value;
            Assert.False(Harbour.IsDocked(tensor(not).view(1, 11)));
        }
    }

    [Fact]
    public void Both_cart_tasks_can_be_practised()
    {
        FitOptions brief = new(Epochs: 1);
        foreach (var (task, options) in new[] { (CartTasks.Balance, CartTasks.Balancing(1)), (CartTasks.SwingUp, CartTasks.Swinging(1)) })
        {
            var few = options with { Steps = 4, RandomSteps = 4, Width = 4, First = brief, Then = brief };
            var found = CartRuns.Practised(task, new Icem(3, 4, 2, 1), few, (2, practice => practice.Rows.Count == 2), practice => practice.Replay.Steps);
            Assert.Equal([8, 8], found);
        }
    }

    [Fact]
    public void Plans_are_off_by_what_came_against_what_they_imagined_in_the_trials_that_planned()
    {
        PracticeRow[] rows = [new(1, 100, 0, double.NaN, double.NaN, 1), new(2, 200, 5, 10, 14, 1), new(3, 300, 9, 6, 4, 1)];
        Assert.Equal(3, CartRuns.Off(rows));
        Assert.Equal(double.NaN, CartRuns.Off(rows[..1]));
    }
}
