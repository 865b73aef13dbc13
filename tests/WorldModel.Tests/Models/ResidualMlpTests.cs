using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models;

public sealed class ResidualMlpTests
{
    private static readonly Trajectories Swings = new Simulated(new Pendulum(), 0.05)
        .Run(randn([8, 2], generator: new Generator(1)), randn([8, 30, 1], generator: new Generator(2)));

    [Fact]
    public void It_takes_over_channels_and_step_and_keeps_shapes()
    {
        var model = ResidualMlp.For(Swings);
        Assert.True(model.State.SameAs(Swings.State) && model.Action.SameAs(Swings.Action));
        Assert.Equal(0.05, model.Dt);
        Assert.Equal([8, 31, 2], model.Predict(Swings).States.shape);
        Assert.False(model.Predict(Swings).States.isnan().any().ToBoolean());
    }

    [Theory]
    [InlineData(16, 1, 3 * 16 + 16 + 16 * 2 + 2)]
    [InlineData(8, 3, 3 * 8 + 8 + 2 * (8 * 8 + 8) + 8 * 2 + 2)]
    public void It_has_the_weights_of_its_width_and_depth(int width, int depth, long weights)
    {
        var model = ResidualMlp.For(Swings, width, depth);
        Assert.Equal(weights, model.Size());
        Assert.Equal(2 * (depth + 1), model.parameters().Count());
    }

    [Fact]
    public void Untrained_it_nearly_stands_still()
    {
        Seed.Set(1);
        var model = ResidualMlp.For(Swings);
        var (state, action) = (Swings.States.select(1, 5), Swings.Actions.select(1, 5));
        var (change, usual) = (model.Step(state, action) - state, (Swings.States.narrow(1, 1, 30) - Swings.States.narrow(1, 0, 30)).std([0, 1]));
        Assert.True((change.abs() < 0.3 * usual).all().ToBoolean());
        Assert.True((change != 0).any().ToBoolean());
    }

    [Fact]
    public void A_change_of_units_changes_nothing_but_the_units()
    {
        Trajectories grams = new(Swings.State, Swings.Action, Swings.States * 1000 + 500, Swings.Actions * 1000, Swings.Dt);
        var (one, other) = (Seeded(Swings).Predict(Swings.First(3)).States, Seeded(grams).Predict(grams.First(3)).States);
        Assert.Equal(0, Doubles.Worst((other - 500) / 1000, one), 1e-4);

        static ResidualMlp Seeded(Trajectories runs)
        {
            Seed.Set(3);
            return ResidualMlp.For(runs);
        }
    }

    [Fact]
    public void It_works_for_worlds_without_actions_and_runs_with_lost_readings()
    {
        var fall = new Simulated(new Apple(), 0.02).Run(rand([5, 6], generator: new Generator(3)), 20);
        var seen = new Sensor { Noise = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], DropOut = 0.3 }.Observe(fall, 1);
        Assert.False(ResidualMlp.For(seen).Predict(fall).States.isnan().any().ToBoolean());
    }

    [Fact]
    public void It_takes_on_the_precision_of_its_runs()
    {
        Trajectories exact = new(Swings.State, Swings.Action, Swings.States.to(float64), Swings.Actions.to(float64), Swings.Dt);
        var model = ResidualMlp.For(exact);
        Assert.Equal(float64, model.Predict(exact).States.dtype);
        Assert.All(model.parameters(), weight => Assert.Equal(float64, weight.dtype));
    }

    [Fact]
    public void Saved_weights_come_with_their_scale()
    {
        var file = Path.GetTempFileName();
        var (model, other) = (ResidualMlp.For(Swings), ResidualMlp.For(new(Swings.State, Swings.Action, Swings.States * 7, Swings.Actions, Swings.Dt)));
        model.save(file);
        other.load(file);
        File.Delete(file);
        Assert.True(model.Predict(Swings).States.Equals(other.Predict(Swings).States));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(8, 0)]
    public void It_needs_width_and_depth(int width, int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualMlp.For(Swings, width, depth));

    [Fact]
    public void It_outlives_the_dispose_scope_in_which_it_was_made_and_leaves_nothing_else()
    {
        var runs = Swings; // a static field that is first used within the scope would end with it
        ResidualMlp model;
        using (NewDisposeScope())
        {
            model = ResidualMlp.For(runs);
        }

        Assert.False(model.Predict(Swings).States.isnan().any().ToBoolean());
        var (state, action) = (Swings.Initial, Swings.Actions.select(1, 0));
        Assert.Equal(1, LiveTensors.LeftBy(() => model.Step(state, action)));
        Assert.Equal(6 + 3, LiveTensors.LeftBy(() => ResidualMlp.For(Swings))); // six weights, three scales
    }
}
