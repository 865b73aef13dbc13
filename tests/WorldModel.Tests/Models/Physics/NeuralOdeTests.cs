using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Physics;

public sealed class NeuralOdeTests
{
    [Fact]
    public void The_adjoint_finds_the_gradients_of_all_inputs_and_weights()
    {
        using var scope = NewDisposeScope();
        var (direct, adjoint) = (Gradients(OdeGradients.Direct, 8), Gradients(OdeGradients.Adjoint, 8));
        Assert.Equal(direct.Count, adjoint.Count);
        Assert.All(direct.Zip(adjoint), pair => Assert.InRange(Doubles.Worst(pair.First, pair.Second), 0, 1e-7 * (1 + pair.First.abs().max().ToDouble())));
        Assert.All(direct, gradient => Assert.True(gradient.abs().max().ToDouble() > 1e-4));
    }

    [Fact]
    public void The_adjoint_errs_as_the_integrator_does()
    {
        using var scope = NewDisposeScope();
        double[] errors = [.. new[] { 2, 4, 8 }.Select(substeps =>
            Gradients(OdeGradients.Direct, substeps).Zip(Gradients(OdeGradients.Adjoint, substeps)).Max(pair => Doubles.Worst(pair.First, pair.Second)))];
        Assert.All(errors.Zip(errors[1..]), pair => Assert.InRange(Math.Log2(pair.First / pair.Second), 3.5, 5.5));
    }

    [Fact]
    public void Both_ways_take_the_same_steps()
    {
        using var scope = NewDisposeScope();
        var runs = PhysicsRuns.Swings();
        Assert.InRange(Doubles.Worst(Made(runs, OdeGradients.Direct, 3).Run(runs.Initial, runs.Actions).States, Made(runs, OdeGradients.Adjoint, 3).Run(runs.Initial, runs.Actions).States), 0, 0);
    }

    [Fact]
    public void Substeps_make_a_step_of_parts()
    {
        using var scope = NewDisposeScope();
        var runs = PhysicsRuns.Swings();
        var (states, actions) = PhysicsRuns.Somewhere(runs);
        var (whole, model) = (Made(runs, OdeGradients.Direct, 4), Made(runs, OdeGradients.Direct, 1));
        Assert.InRange(Doubles.Worst(whole.Step(states, actions), new Strided(new Simulated(model, runs.Dt / 4), 4).Step(states, actions)), 0, 1e-14);
    }

    [Fact]
    public void The_adjoint_refuses_steps_that_need_positions_and_velocities()
    {
        var e = Assert.Throws<ArgumentException>(() => NeuralOde.For(PhysicsRuns.Swings(), 8, Integrators.Leapfrog, OdeGradients.Adjoint));
        Assert.Contains("Leapfrog", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuralOde.For(PhysicsRuns.Swings(), substeps: 0));
    }

    private static NeuralOde Made(Trajectories runs, OdeGradients gradients, int substeps)
    {
        Seed.Set(2);
        return NeuralOde.For(runs, width: 6, gradients: gradients, substeps: substeps);
    }

    // Of the start, of the actions, and of each weight, through three steps.
    private static List<Tensor> Gradients(OdeGradients gradients, int substeps)
    {
        var runs = PhysicsRuns.Swings();
        var model = Made(runs, gradients, substeps);
        var (start, actions) = (runs.Initial.clone().requires_grad_(), runs.Actions.narrow(1, 0, 3).clone().requires_grad_());
        model.Run(start, actions).States.square().sum().backward();
        return [start.grad!, actions.grad!, .. model.parameters().Select(parameter => parameter.grad!)];
    }
}
