using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

public sealed class PlannerTests
{
    private const int Horizon = 12;

    private static readonly ActionLimits Wide = ActionLimits.Of((-20, 20));

    public static TheoryData<string, IPlanner, double> Planners => new()
    {
        { "CEM", new Cem(Horizon, Candidates: 400, Elites: 40, Iterations: 20), 1.02 },
        { "iCEM", new Icem(Horizon, Candidates: 400, Elites: 40, Iterations: 20, Colour: 0.5), 1.03 },
        { "MPPI", new Mppi(Horizon, Candidates: 2000, Iterations: 15, Temperature: 0.05, Colour: 0.5), 1.06 },
        { "gradients", new GradientShooting(Horizon, Iterations: 300), 1.02 },
    };

    [Theory]
    [MemberData(nameof(Planners))]
    public void A_plan_costs_hardly_more_than_the_best_one_there_is(string name, IPlanner planner, double most)
    {
        var lowest = new PointMass().LowestCost(1, -0.5, Horizon);
        Assert.All([1, 2, 3], seed =>
        {
            Seed.Set(seed);
            var plan = planner.Plan(Task(), Doubles.Row(1, -0.5));
            Assert.True(plan.Cost >= lowest - 1e-9, $"{name} found {plan.Cost}, below the lowest cost {lowest}");
            Assert.True(plan.Cost <= most * lowest, $"{name} found {plan.Cost}; the lowest cost is {lowest}");
        });
    }

    [Theory]
    [MemberData(nameof(Planners))]
    public void No_plan_leaves_the_limits(string name, IPlanner planner, double most)
    {
        Seed.Set(1);
        PlanningTask task = new(new PointMass(), PointMass.Cost, ActionLimits.Of((-0.3, 0.7)));
        var plan = planner.Plan(task, Doubles.Row(-5, 0));
        Assert.NotNull(name);
        Assert.True(most > 1);
        foreach (var actions in new[] { plan.Actions, plan.Considered.Actions, plan.Futures.Actions })
        {
            Assert.InRange(actions.min().ToDouble(), -0.3 - 1e-6, 0.7);
            Assert.InRange(actions.max().ToDouble(), -0.3, 0.7 + 1e-6);
        }

        // Far to the left, all that helps is to push right as hard as may be.
        Assert.InRange(plan.Actions[0, 0].ToDouble(), 0.4, 0.7 + 1e-6);
    }

    [Theory]
    [MemberData(nameof(Planners))]
    public void The_futures_are_what_the_model_makes_of_the_plan(string name, IPlanner planner, double most)
    {
        Seed.Set(4);
        var plan = planner.Plan(Task(), Doubles.Row(1, 0));
        Assert.NotNull(name);
        Assert.True(most > 1);
        var run = new PointMass().Run(Doubles.Row(1, 0), plan.Actions.unsqueeze(0));
        Assert.True(Doubles.Worst(run.States, plan.Futures.States) < 1e-9);
        Assert.Equal(plan.Cost, PointMass.Cost(run)[0].ToDouble(), 9);
        var considered = Doubles.Of(PointMass.Cost(plan.Considered));
        Assert.Equal(considered.Order(), considered);
    }

    [Theory]
    [MemberData(nameof(Planners))]
    public void The_same_seed_finds_the_same_plan(string name, IPlanner planner, double most)
    {
        Seed.Set(7);
        var first = planner.Plan(Task(), Doubles.Row(1, 0));
        Seed.Set(7);
        var second = planner.Plan(Task(), Doubles.Row(1, 0));
        Assert.NotNull(name);
        Assert.True(most > 1);
        Assert.Equal(Doubles.Of(first.Actions), Doubles.Of(second.Actions));
    }

    [Fact]
    public void A_search_that_tries_where_it_begins_never_ends_worse()
    {
        Seed.Set(5);
        var good = new Cem(Horizon, 400, 40, 20).Plan(Task(), Doubles.Row(1, 0));
        Assert.All<IPlanner>([new Icem(Horizon, 20, 5, 1), new GradientShooting(Horizon, 2, 3)], hasty =>
        {
            Assert.True(hasty.Plan(Task(), Doubles.Row(1, 0), good.Actions).Cost <= good.Cost + 1e-9);
            Assert.True(hasty.Plan(Task(), Doubles.Row(1, 0)).Cost > 1.05 * good.Cost);
        });
    }

    private static PlanningTask Task() => new(new PointMass(), PointMass.Cost, Wide);
}
