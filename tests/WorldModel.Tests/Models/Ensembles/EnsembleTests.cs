using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class EnsembleTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();

    [Fact]
    public void It_takes_over_channels_and_step_and_keeps_shapes()
    {
        var model = Ensemble.For(Walks, members: 3);
        Assert.True(model.State.SameAs(Walks.State) && model.Action.SameAs(Walks.Action));
        Assert.Equal(0.5, model.Dt);
        Assert.Equal([6, 21, 4], model.Predict(Walks).States.shape);
        var (state, action) = (Walks.Initial, Walks.Actions.select(1, 0));
        Assert.Equal([3, 6, 4], model.Predict(state, action).Variance.shape);
        Assert.Equal(0, Doubles.Worst(model.Step(state, action), model.Predict(state, action).Mean.mean([0])), 1e-5);
    }

    [Fact]
    public void It_has_the_weights_of_its_members_width_and_depth() =>
        Assert.Equal(3 * ((6 * 16) + 16 + (16 * 16) + 16 + (16 * 8) + 8), Ensemble.For(Walks, members: 3, width: 16).Size());

    [Fact]
    public void Every_member_starts_from_weights_of_its_own()
    {
        var said = Ensemble.For(Walks, members: 3).Predict(Walks.Initial, Walks.Actions.select(1, 0)).Mean;
        Assert.True((said[0] - said[1]).abs().min().ToDouble() > 0 && (said[1] - said[2]).abs().min().ToDouble() > 0);
    }

    [Fact]
    public void Aleatoric_and_epistemic_variance_add_up_to_that_of_the_mixture()
    {
        var said = new Prediction(tensor(new[] { 1f, 3f }).view(2, 1, 1), tensor(new[] { 0.5f, 1.5f }).view(2, 1, 1));
        Assert.Equal(2, said.Next.item<float>());
        Assert.Equal(1, said.Aleatoric.item<float>());
        Assert.Equal(1, said.Epistemic.item<float>());
        Assert.Equal(2, said.Total.item<float>()); // E[x²] − 2² = (0.5 + 1 + 1.5 + 9)/2 − 4
    }

    [Fact]
    public void A_single_network_disagrees_with_nobody() =>
        Assert.Equal(0, Ensemble.For(Walks, members: 1).Predict(Walks.Initial, Walks.Actions.select(1, 0)).Epistemic.abs().max().ToDouble());

    [Fact]
    public void It_learns_how_noisy_the_world_is_and_that_this_depends_on_the_action()
    {
        var said = EnsembleSamples.Learned(runs: 60).Predict(zeros(2, 1), tensor(new[] { 0.1f, 0.9f }).view(2, 1));
        Assert.Equal(0.1, said.Next[0].ToDouble(), 0.06);
        Assert.Equal(0.9, said.Next[1].ToDouble(), 0.06);
        Assert.Equal(0.2 * 1.1, said.Aleatoric.sqrt()[0].ToDouble(), 0.03);
        Assert.Equal(0.2 * 1.9, said.Aleatoric.sqrt()[1].ToDouble(), 0.05);
    }

    [Fact]
    public void Its_members_agree_where_data_were_and_differ_where_none_were()
    {
        var said = EnsembleSamples.Learned(runs: 20).Predict(zeros(2, 1), tensor(new[] { 0.5f, 4f }).view(2, 1)).Epistemic.sqrt();
        Assert.True(said[1].ToDouble() > 5 * said[0].ToDouble(), $"{said[0].ToDouble()} and {said[1].ToDouble()}");
    }

    [Fact]
    public void No_network_is_ever_certain_and_none_knows_nothing()
    {
        using var noGradient = no_grad();
        var model = Ensemble.For(Walks, members: 1);
        var last = model.Weights(0)[^1];
        foreach (var (bias, bound) in new[] { (-90f, SoftBounds.Lowest), (90f, SoftBounds.Highest) })
        {
            last.fill_(bias);
            var logarithm = (model.Predict(Walks.Initial, Walks.Actions.select(1, 0)).Variance / model.Changes.square()).log();
            Assert.Equal(0, Doubles.Worst(logarithm, full_like(logarithm, bound)), 1e-3);
        }
    }

    [Fact]
    public void It_takes_on_the_precision_of_its_runs_and_works_with_lost_readings()
    {
        var exact = EnsembleSamples.Walks(float64);
        exact.States[2, 7].fill_(double.NaN);
        var model = Ensemble.For(exact, members: 2);
        var next = model.Step(exact.Initial, exact.Actions.select(1, 0));
        Assert.Equal(float64, next.dtype);
        Assert.True(next.isfinite().all().ToBoolean());
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 8, 0)]
    public void It_needs_members_width_and_depth(int members, int width, int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.For(Walks, members, width, depth));

    [Fact]
    public void Its_blueprint_and_numbers_are_all_there_is_to_it()
    {
        var model = Ensemble.For(Walks, members: 2, width: 8, depth: 3, EnsembleSamples.Turning);
        var copy = Ensemble.Make(model.Blueprint);
        copy.load_state_dict(model.state_dict());
        Assert.True(model.Predict(Walks).States.Equals(copy.Predict(Walks).States));
        Assert.Equal(model.Blueprint.Options, copy.Blueprint.Options);
    }
}
