using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Physics;

public sealed class HamiltonianNetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_motion_follows_the_slope_of_its_energy_as_autograd_finds_it(bool isSeparable)
    {
        using var scope = NewDisposeScope();
        foreach (var runs in new[] { PhysicsRuns.Swings(), PhysicsRuns.DoubleSwings() })
        {
            var model = HamiltonianNet.For(runs, width: 12, isSeparable);
            var (states, actions) = PhysicsRuns.Somewhere(runs);
            var (at, half) = (states.requires_grad_(), runs.State.Size / 2);
            var slope = autograd.grad([model.Energy(at).sum()], [at])[0];
            var force = -slope.narrow(1, 0, half) + (runs.Action.Size > 0 ? actions : 0);
            Assert.InRange(Doubles.Worst(model.Derivative(at, actions), cat([slope.narrow(1, half, half), force], 1)), 0, 1e-12);
            Assert.True(slope.abs().max().ToDouble() > 1e-3);
        }
    }

    [Fact]
    public void Its_energy_is_kept_whatever_its_weights_are()
    {
        using var scope = NewDisposeScope();
        var model = HamiltonianNet.For(PhysicsRuns.DoubleSwings(), width: 12);
        var run = new Simulated(model, 0.01).Run(Doubles.Row(0.3, -0.2, 0.4, 0.1), 400).States;
        var energy = model.Energy(run)[0];
        Assert.InRange(Doubles.Worst(energy, energy[0]), 0, 1e-7);
        Assert.True(run[0].std(0).max().ToDouble() > 1e-2);
    }

    [Fact]
    public void The_gradient_of_a_loss_on_its_motion_agrees_with_differences()
    {
        var runs = PhysicsRuns.Swings();
        var model = HamiltonianNet.For(runs, width: 5);
        Tensor Loss() => model.Derivative(runs.Initial, runs.Actions.select(1, 0)).square().sum();
        Loss().backward();
        using var noGradient = no_grad();
        foreach (var weight in model.parameters())
        {
            double[] exact = Doubles.Of(weight.grad!), differences = Gradient.ByDifferences(values => With(weight, values), weight);
            Assert.All(exact.Zip(differences), pair => Assert.Equal(pair.Second, pair.First, 1e-6 * Math.Max(1, Math.Abs(pair.Second))));
            Assert.Contains(exact, slope => Math.Abs(slope) > 1e-3);
        }

        Tensor With(Tensor weight, Tensor values)
        {
            using var before = weight.clone();
            weight.copy_(values);
            var loss = Loss();
            weight.copy_(before);
            return loss;
        }
    }

    [Fact]
    public void It_learns_a_pendulum_with_a_motor()
    {
        var runs = PhysicsRuns.Swings();
        var model = HamiltonianNet.For(runs, width: 16);
        var pieces = Windows.Cut(runs, 1);
        Tensor Loss(Windows batch) => (model.Step(batch.Initial, batch.Actions.select(1, 0)) - batch.Targets.select(1, 0)).square().mean();
        var log = Trainer.Fit(model.parameters(), pieces, pieces, Loss, new(150, 80, 1e-2));
        Assert.True(log[^1].Validation < 0.01 * log[0].Validation, $"{log[0].Validation} became {log[^1].Validation}");
    }

    [Fact]
    public void A_leapfrog_step_of_a_separable_one_is_the_integrators()
    {
        using var scope = NewDisposeScope();
        var runs = PhysicsRuns.Swings();
        var model = HamiltonianNet.For(runs, width: 8, isSeparable: true, Integrators.Leapfrog);
        var (states, actions) = PhysicsRuns.Somewhere(runs);
        Assert.InRange(Doubles.Worst(model.Step(states, actions), Integrators.Leapfrog(model, states, actions, runs.Dt)), 0, 1e-12);
    }

    [Fact]
    public void It_refuses_states_that_are_no_positions_with_momenta()
    {
        Trajectories odd = new(new(new Channel("x", "m")), Space.None, zeros([2, 3, 1]), zeros([2, 2, 0]), 0.1);
        Assert.Contains("x [m]", Assert.Throws<ArgumentException>(() => HamiltonianNet.Unscaled(odd)).Message, StringComparison.Ordinal);
        Assert.Contains("Rk4", Assert.Throws<ArgumentException>(() => HamiltonianNet.For(PhysicsRuns.Swings(), integrate: (_, x, _, _) => x)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => HamiltonianNet.For(PhysicsRuns.Swings(), width: 0));
    }
}
