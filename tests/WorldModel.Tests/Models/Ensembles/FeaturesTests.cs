using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class FeaturesTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();
    private static readonly Tensor State = Walks.Initial;
    private static readonly Tensor Action = Walks.Actions.select(1, 0);

    [Fact]
    public void Turned_features_without_heading_give_the_same_answer_in_every_direction()
    {
        var model = Ensemble.For(Walks, features: new() { Unseen = ["x", "y", "heading"], Turned = ["x", "y", "heading"] });
        const double Angle = 0.8;
        var turned = State + tensor(new[] { 0, 0, (float)Angle, 0 });
        var (change, other) = (model.Step(State, Action) - State, model.Step(turned, Action) - turned);
        var (x, y) = (change.select(1, 0), change.select(1, 1));
        Assert.Equal(0, Doubles.Worst(other.select(1, 0), (Math.Cos(Angle) * x) - (Math.Sin(Angle) * y)), 1e-5);
        Assert.Equal(0, Doubles.Worst(other.select(1, 1), (Math.Sin(Angle) * x) + (Math.Cos(Angle) * y)), 1e-5);
        Assert.Equal(0, Doubles.Worst(other.narrow(1, 2, 2), change.narrow(1, 2, 2)), 1e-5);
    }

    [Fact]
    public void A_full_turn_more_is_the_same_angle_and_another_place_the_same_water()
    {
        var model = Ensemble.For(Walks, features: EnsembleSamples.Turning);
        var moved = State + tensor(new[] { 7, -3, (float)(2 * Math.PI), 0 });
        Assert.Equal(0, Doubles.Worst(model.Step(moved, Action) - moved, model.Step(State, Action) - State), 1e-5);
        var plain = Ensemble.For(Walks);
        Assert.True(Doubles.Worst(plain.Step(moved, Action) - moved, plain.Step(State, Action) - State) > 1e-3);
    }

    [Fact]
    public void Turned_variances_are_those_of_turned_draws()
    {
        Seed.Set(2);
        var model = Ensemble.For(Walks, members: 1, features: EnsembleSamples.Turning);
        var drawn = model.Imagine(State.narrow(0, 0, 1), Action.narrow(0, 0, 1).unsqueeze(1), particles: 20_000).Runs.States.select(1, 1);
        var said = model.Predict(State.narrow(0, 0, 1), Action.narrow(0, 0, 1));
        Assert.Equal(0, Doubles.Worst(drawn.var(0) / said.Variance[0, 0], ones(4)), 0.05);
        Assert.Equal(0, Doubles.Worst(drawn.mean([0]), said.Mean[0, 0]), 0.03);
    }

    [Fact]
    public void Angles_are_found_by_their_unit() => Assert.Equal(["heading"], Features.WithAngles(Walks.State).Periodic);

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        Says("no channel 'depth'", new() { Unseen = ["depth"] });
        Says("not: x, y", new() { Turned = ["x", "y"] });
        Says("'heading' cannot be unseen and be seen", new() { Unseen = ["heading"], Periodic = ["heading"] });
    }

    private static void Says(string expected, Features features) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Ensemble.For(Walks, features: features)).Message, StringComparison.Ordinal);
}
