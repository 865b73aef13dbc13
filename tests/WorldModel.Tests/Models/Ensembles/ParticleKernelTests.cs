using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class ParticleKernelTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();

    [Fact]
    public void Particles_are_the_same_on_any_number_of_threads()
    {
        var model = Ensemble.For(Walks, members: 3, width: 8, features: EnsembleSamples.Turning);
        Tensor Futures(int threads)
        {
            using ThreadCount _ = new(threads);
            return model.Imagine(Walks.Initial, Walks.Actions, particles: 40).Runs.States;
        }

        var alone = Futures(1);
        Assert.True(alone.Equals(Futures(2)) && alone.Equals(Futures(5)));
    }

    [Fact]
    public void Particles_by_kernels_have_the_mean_and_the_spread_of_TorchSharps()
    {
        using var noGradient = no_grad();
        var model = Noisy();
        var (starts, acts) = (Walks.Initial.narrow(0, 0, 1).repeat(4000, 1), Walks.Actions.narrow(0, 0, 1).repeat(4000, 1, 1));
        var found = model.Imagine(starts, acts, particles: 1).Runs.States.view(2, 4000, 21, 4);
        var expected = TrajectorySampling.Run(model, starts, acts, seed: 1);
        foreach (var step in new[] { 1, 5, 20 })
        {
            var (a, b) = (found.select(2, step), expected.select(2, step));
            var spread = b.std(1);
            Assert.Equal(0, Doubles.Worst(a.mean([1]) / spread, b.mean([1]) / spread), 5 * Math.Sqrt(2.0 / 4000));
            Assert.Equal(0, Doubles.Worst(a.std(1) / spread, ones_like(spread)), 5 * Math.Sqrt(1.0 / 4000));
        }
    }

    [Fact]
    public void Without_noise_to_speak_of_a_particle_takes_its_members_way()
    {
        using var noGradient = no_grad();
        var model = Noisy();
        foreach (var member in new[] { 0, 1 })
        {
            model.Weights(member)[^1].narrow(0, 4, 4).fill_(-90); // as certain as a network may be
        }

        model.Changes.fill_(1e-3f);
        var said = model.Compile().Select(member => member.Predict(Walks).States).ToArray();
        Assert.Equal(0, Doubles.Worst(cat(said, 0), model.Imagine(Walks.Initial, Walks.Actions, 1).Runs.States), 6 * 1e-3 / 400 * 20);
    }

    [Fact]
    public void No_two_particles_members_steps_or_channels_share_their_noise()
    {
        using var noGradient = no_grad();
        var model = Ensemble.For(Walks, members: 2, width: 8);
        foreach (var parameter in model.parameters())
        {
            parameter.zero_(); // changes are then noise alone
        }

        var states = model.Imagine(zeros(400, 4), zeros(400, 3, 2), particles: 1).Runs.States.view(2, 400, 4, 4);
        var drawn = states.diff(dim: 2).permute(1, 0, 2, 3).reshape(400, 2 * 3 * 4);
        var bounded = SoftBounds.Of(zeros(1), tensor([SoftBounds.Lowest, SoftBounds.Highest])).exp();
        var noise = (drawn - drawn.mean([0])) / (bounded.sqrt() * model.Changes).repeat(6);
        Assert.Equal(0, Doubles.Worst(noise.transpose(0, 1).matmul(noise) / 400, eye(24)), 5 * Math.Sqrt(2.0 / 400));
        Assert.True((cdist(noise, noise) + (9 * eye(400))).min().ToDouble() > 1); // no particle twice
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using ThreadCount _ = new(1);
        using var noGradient = no_grad();
        var model = Noisy();
        long Allocated(int steps)
        {
            using var scope = NewDisposeScope();
            var (starts, acts) = (randn(100, 4), randn(100, steps, 2));
            var before = GC.GetAllocatedBytesForCurrentThread();
            model.Imagine(starts, acts, particles: 2);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(10); // memory for a block
        Assert.InRange(Allocated(500) - Allocated(10), -1000, 1000); // 490 steps more
    }

    private static Ensemble Noisy()
    {
        Seed.Set(2);
        var model = Ensemble.For(Walks, members: 2, width: 16, features: EnsembleSamples.Turning);
        using var noGradient = no_grad();
        model.Weights(0)[^2].mul_(10);
        model.Weights(1)[^2].mul_(10);
        return model;
    }
}
