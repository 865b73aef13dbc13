using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning;

public sealed class CollocationTests
{
    private static readonly Equations Turning = new(new(new("x", "m"), new("y", "m")), Space.None, (state, _) => cat([state.narrow(-1, 1, 1), -state.narrow(-1, 0, 1)], -1));

    [Fact]
    public void Gaps_of_the_exact_path_shrink_with_the_fourth_power_of_the_step()
    {
        double Largest(int steps)
        {
            var time = linspace(0, 3, steps + 1, float64);
            var path = stack([time.sin(), time.cos()], 1).unsqueeze(0);
            return Collocation.Gaps(Turning, path, zeros([1, steps, 0], float64), 3.0 / steps).abs().max().ToDouble();
        }

        Assert.Equal(16, Largest(20) / Largest(40), 0.3);
        Assert.Equal(16, Largest(40) / Largest(80), 0.3);
    }

    [Fact]
    public void A_path_of_another_law_has_gaps_of_what_is_wrong()
    {
        // Falling with drag 0: speeds are linear in time, so that the gap in speed is exactly the acceleration that is wrong.
        Equations falling = new(new(new("z", "m"), new("speed", "m/s")), Space.None, (state, _) => cat([state.narrow(-1, 1, 1), full_like(state.narrow(-1, 0, 1), -9)], -1));
        var time = linspace(0, 1, 6, float64);
        var path = stack([-4.905 * time * time, -9.81 * time], 1).unsqueeze(0);
        var gaps = Collocation.Gaps(falling, path, zeros([1, 5, 0], float64), 0.2);
        Assert.Equal(-0.81, gaps.select(2, 1).min().ToDouble(), 1e-9);
        Assert.Equal(-0.81, gaps.select(2, 1).max().ToDouble(), 1e-9);
    }

    [Fact]
    public void Each_action_holds_over_its_step()
    {
        // A cart on rails whose action is its acceleration: its paths are parabolas, which a cubic meets exactly.
        Equations cart = new(new(new("x", "m"), new("speed", "m/s")), new Space(new Channel("push", "m/s²")), (state, action) => cat([state.narrow(-1, 1, 1), action], -1));
        Seed.Set(1);
        var (world, pushes) = (new Simulated(cart, 0.3), randn(4, 7, 1));
        var path = world.Run(randn(4, 2), pushes).States;
        Assert.Equal(0, Collocation.Gaps(cart, path, pushes, 0.3).abs().max().ToDouble(), 1e-5);
        Assert.True(Collocation.Gaps(cart, path, -pushes, 0.3).abs().max().ToDouble() > 0.5);
    }

    [Fact]
    public void A_spring_is_weighed_from_noisy_positions_and_speeds_alone_better_than_by_their_differences()
    {
        Seed.Set(2);
        Equations Spring(Tensor stiffness) => new(new(new("x", "m"), new("speed", "m/s")), Space.None, (state, _) => cat([state.narrow(-1, 1, 1), -stiffness * state.narrow(-1, 0, 1)], -1));
        var truth = new Simulated(Spring(tensor(4f)), 0.1).Run(randn(10, 2), 30).States;
        var seen = truth + 0.3 * randn_like(truth);
        var (stiffness, path, none) = (new Parameter(tensor(2f)), new Parameter(seen.clone()), zeros(10, 30, 0));
        var turn = new Windows(zeros(1, 2, 2), zeros(1, 1, 0));
        Trainer.Fit(
            [stiffness, path], turn, turn,
            _ => (path - seen).square().mean() + 0.1 * Collocation.Gaps(Spring(stiffness), path, none, 0.1).square().mean(), new(Epochs: 400, BatchSize: 1, LearningRate: 0.03));
        var (change, place) = (seen.diff(dim: 1).select(2, 1) / 0.1, (seen.narrow(1, 0, 30) + seen.narrow(1, 1, 30)).select(2, 0) / 2);
        var byDifferences = -((change * place).sum() / place.square().sum()).ToDouble();
        Assert.Equal(4, stiffness.ToDouble(), 0.15);
        Assert.True(Math.Abs(stiffness.ToDouble() - 4) < 0.5 * Math.Abs(byDifferences - 4));
        Assert.True((path - truth).square().mean().ToDouble() < (seen - truth).square().mean().ToDouble());
    }

    [Fact]
    public void Paths_that_do_not_fit_are_refused()
    {
        Assert.Contains("[B, T+1, 2]", Assert.Throws<ArgumentException>(() => Collocation.Gaps(Turning, zeros(3, 5, 3), zeros(3, 4, 0), 0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Collocation.Gaps(Turning, zeros(3, 5, 2), zeros(3, 5, 0), 0.1));
        Assert.Throws<ArgumentException>(() => Collocation.Gaps(Turning, zeros(3, 1, 2), zeros(3, 0, 0), 0.1));
        Assert.Throws<ArgumentException>(() => Collocation.Gaps(Turning, zeros(5, 2), zeros(4, 0), 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Collocation.Gaps(Turning, zeros(3, 5, 2), zeros(3, 4, 0), 0));
    }
}
