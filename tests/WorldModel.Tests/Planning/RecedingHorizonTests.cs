using WorldModel.Planning;

namespace WorldModel.Tests.Planning;

public sealed class RecedingHorizonTests
{
    private static readonly ActionLimits Limits = ActionLimits.Of((-3, 3));

    [Fact]
    public void It_brings_the_mass_to_rest_at_the_goal()
    {
        Seed.Set(1);
        var run = Controller(new PointMass()).Drive(new PointMass(), Doubles.Row(2, 1), 60);
        Assert.Equal([1, 61, 2], run.States.shape);
        Assert.True(run.States[0, 0, 0].ToDouble() == 2);
        Assert.True(run.States[0, 50..].abs().max().ToDouble() < 0.1);
    }

    [Fact]
    public void A_world_that_differs_from_the_model_is_still_brought_home_because_plans_are_renewed()
    {
        Seed.Set(2);
        PointMass world = new(push: action => 0.7 * action + 0.2);
        Assert.True(Controller(new PointMass()).Drive(world, Doubles.Row(2, 0), 80).States[0, 60..].select(1, 0).abs().max().ToDouble() < 0.4);
        // One plan for the whole way, carried out blindly, misses by more.
        var blind = new Cem(40, 400, 40, 15).Plan(new(new PointMass(), PointMass.Cost, Limits), Doubles.Row(2, 0));
        Assert.True(world.Run(Doubles.Row(2, 0), blind.Actions.unsqueeze(0)).States[0, 40, 0].abs().ToDouble() > 0.4);
    }

    [Fact]
    public void It_sees_the_world_through_its_sensor()
    {
        Seed.Set(3);
        var seen = 0;
        var run = Controller(new PointMass()).Drive(new PointMass(), Doubles.Row(0, 0), 40, state =>
        {
            seen++;
            return state + tensor(new[] { 1.0, 0 }, float64); // reads one metre too much
        });
        Assert.Equal(40, seen);
        Assert.InRange(run.States[0, 40, 0].ToDouble(), -1.1, -0.9);
    }

    [Fact]
    public void It_stops_where_it_is_told_to()
    {
        Seed.Set(4);
        var run = Controller(new PointMass()).Drive(new PointMass(), Doubles.Row(2, 0), 60, until: state => state[0, 0].ToDouble() < 1);
        Assert.InRange(run.Steps, 2, 40);
        Assert.True(run.States[0, -1, 0].ToDouble() < 1 && run.States[0, -2, 0].ToDouble() >= 1);
    }

    [Fact]
    public void A_world_of_another_kind_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Controller(new PointMass()).Drive(new PointMass(dt: 0.2), Doubles.Row(0, 0), 3));
        Assert.Contains("every 0.2 s", error.Message, StringComparison.Ordinal);
    }

    private static RecedingHorizon Controller(IDynamics model) => new(new Cem(15, 150, 15, 4), new(model, PointMass.Cost, Limits));
}
