using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class ParticlesTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();

    [Fact]
    public void Every_start_has_its_futures_which_begin_there_and_take_its_actions()
    {
        var particles = Ensemble.For(Walks, members: 3, width: 8).Imagine(Walks.Initial, Walks.Actions, particles: 4);
        Assert.Equal((12, 6), (particles.Count, particles.Starts));
        var second = particles.Of(1);
        Assert.Equal([12, 21, 4], second.States.shape);
        Assert.Equal(0, Doubles.Worst(second.Initial, Walks.Initial[1].expand(12, 4)));
        Assert.Equal(0, Doubles.Worst(second.Actions, Walks.Actions[1].expand(12, 20, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => particles.Of(6));
    }

    [Fact]
    public void The_same_seed_imagines_the_same()
    {
        var model = Ensemble.For(Walks, members: 2, width: 8);
        Tensor Futures(int seed) => model.Imagine(Walks.Initial, Walks.Actions, 2, seed).Runs.States;
        Assert.True(Futures(1).Equals(Futures(1)));
        Assert.True(Doubles.Worst(Futures(1), Futures(2)) > 0.1);
    }

    [Fact]
    public void One_step_of_particles_spreads_as_aleatoric_and_epistemic_variance_together_say()
    {
        var model = EnsembleSamples.Learned(runs: 5);
        var (state, push) = (zeros(1, 1), full([1, 1], 3f)); // where the members differ
        var drawn = model.Imagine(state, push.unsqueeze(1), particles: 4000).Runs.States.select(1, 1);
        var said = model.Predict(state, push);
        Assert.Equal(1, drawn.var(0).ToDouble() / said.Total.ToDouble(), 0.05);
        Assert.True(said.Epistemic.ToDouble() > 0.2 * said.Total.ToDouble());
    }

    [Fact]
    public void A_particle_keeps_to_its_member()
    {
        // Members that differ by a constant drift apart with time, not with its root.
        var model = EnsembleSamples.Learned(runs: 5);
        var means = model.Imagine(zeros(1, 1), full([1, 10, 1], 3f), particles: 500).Runs.States.view(5, 500, 11).mean([1]);
        var apart = means.var(0).sqrt();
        Assert.Equal(10, (apart[10] / apart[1]).ToDouble(), 1.0);
    }

    [Fact]
    public void Quantiles_lie_between_the_sorted_futures()
    {
        var states = tensor(new[] { 3f, 1f, 2f, 5f, 4f }).view(5, 1, 1).expand(5, 2, 1);
        Particles five = new(new(new(new Channel("x", "m")), Space.None, states, zeros(5, 1, 0), 1), Starts: 1);
        Assert.Equal(1, five.Quantile(0).Series("x")[0]);
        Assert.Equal(3, five.Quantile(0.5).Series("x")[0]);
        Assert.Equal(4.6, five.Quantile(0.9).Series("x")[0], 1e-6);
        Assert.Equal(5, five.Quantile(1).Series("x")[1]);
        Assert.Equal((1.4, 4.6), (Math.Round(five.Interval(0.8).Low.Series("x")[0], 5), Math.Round(five.Interval(0.8).High.Series("x")[0], 5)));
        Assert.Equal(3, five.Mean().Series("x")[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => five.Quantile(90));
        Assert.Throws<ArgumentOutOfRangeException>(() => five.Interval(1.1));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var model = Ensemble.For(Walks, members: 2, width: 8);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Imagine(Walks.Initial, Walks.Actions, particles: 0));
        Assert.Contains("[B, 4]", Assert.Throws<ArgumentException>(() => model.Imagine(zeros(1, 3), zeros(1, 2, 2))).Message, StringComparison.Ordinal);
    }
}
