using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

public sealed class PlanningTaskTests
{
    private static readonly ActionLimits Limits = ActionLimits.Of((-1, 1));

    // Pushes to the right: one model says that they do twice as much as they should, the other nothing at all. To the left they agree.
    private static readonly IDynamics[] Disagreeing =
    [
        new PointMass(push: action => where(action > 0, 2.5 * action, action)), new PointMass(push: action => where(action > 0, zeros_like(action), action)),
    ];

    [Fact]
    public void Risk_aversion_leaves_alone_what_the_models_disagree_on()
    {
        // Far away is good, on either side; on the right it looks a little better on average.
        static Tensor Reach(Trajectories imagined) => -imagined.States.select(1, imagined.Steps).select(1, 0).abs();
        double Direction(double aversion)
        {
            Seed.Set(3);
            return new Cem(10, 200, 20, 6).Plan(new(Disagreeing, Reach, Limits, aversion), Doubles.Row(0, 0)).Actions.mean().ToDouble();
        }

        Assert.True(Direction(0) > 0.5);
        Assert.True(Direction(2) < -0.5);
    }

    [Fact]
    public void Every_model_has_its_future_in_the_plan()
    {
        Seed.Set(1);
        var plan = new Mppi(5, 50, 2).Plan(new(Disagreeing, PointMass.Cost, Limits), Doubles.Row(-3, 0));
        Assert.Equal([2, 6, 2], plan.Futures.States.shape);
        Assert.True(Doubles.Worst(plan.Futures.States[0], plan.Futures.States[1]) > 0.05);
    }

    [Fact]
    public void A_run_that_is_not_a_number_is_never_chosen()
    {
        PointMass breaking = new(push: action => where(action > 0.2, full_like(action, double.NaN), action));
        Assert.All<IPlanner>([new Cem(6, 300, 10, 5), new Icem(6, 300, 10, 5, 0.5), new Mppi(6, 300, 5, 0.1), new GradientShooting(6)], planner =>
        {
            Seed.Set(2);
            var plan = planner.Plan(new(breaking, PointMass.Cost, Limits), Doubles.Row(-3, 0));
            Assert.True(double.IsFinite(plan.Cost));
            Assert.True(plan.Actions.max().ToDouble() <= 0.2);
        });
    }

    [Fact]
    public void Where_every_run_goes_astray_there_is_no_plan()
    {
        PointMass broken = new(push: action => action * double.NaN);
        var error = Assert.Throws<PlanningException>(() => new Cem(3, 20, 5).Plan(new(broken, PointMass.Cost, Limits), Doubles.Row(0, 0)));
        Assert.Contains("none of 20 imagined runs has a finite cost", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_over_all_runs_together_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Cem(3, 20, 5).Plan(new(new PointMass(), runs => runs.States.sum(), Limits), Doubles.Row(0, 0)));
        Assert.Contains("must be [20], one number each, not []", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_that_no_gradient_goes_through_needs_another_planner()
    {
        var error = Assert.Throws<ArgumentException>(() => new GradientShooting(3).Plan(new(new PointMass(), runs => runs.States.detach().sum([1, 2]), Limits), Doubles.Row(0, 0)));
        Assert.Contains("plan with Cem, Icem or Mppi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_do_not_fit_are_refused()
    {
        Assert.Contains("channel 1", Assert.Throws<ArgumentException>(() => ActionLimits.Of((0, 1), (2, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ActionLimits.Of((0, double.PositiveInfinity)));
        Assert.Throws<ArgumentException>(() => ActionLimits.Of());
        var error = Assert.Throws<ArgumentException>(() => new PlanningTask(new PointMass(), PointMass.Cost, ActionLimits.Of((0, 1), (0, 1))));
        Assert.Contains("take 1 actions (acceleration [m/s²]), and there are limits for 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_different_kinds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlanningTask([new PointMass(), new PointMass(dt: 0.2)], PointMass.Cost, Limits));
        Assert.Throws<ArgumentException>(() => new PlanningTask([], PointMass.Cost, Limits));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanningTask([new PointMass()], PointMass.Cost, Limits, double.NaN));
    }

    [Fact]
    public void States_and_starts_of_another_shape_are_refused()
    {
        PlanningTask task = new(new PointMass(), PointMass.Cost, Limits);
        Assert.Contains("one state [1, 2], not [2, 2]", Assert.Throws<ArgumentException>(() => new Cem(3).Plan(task, zeros(2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("actions [3, 1], not [2, 1]", Assert.Throws<ArgumentException>(() => new Cem(3).Plan(task, zeros(1, 2), zeros(2, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Cem(3, 10, 20).Plan(task, zeros(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cem(0).Plan(task, zeros(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mppi(3, Temperature: 0).Plan(task, zeros(1, 2)));
    }
}
