using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>The members that deal with conserved quantities and with learned equations of motion.</summary>
internal static class PhysicsLeakCases
{
    internal static LeakCase[] All =>
    [
        new("new TwoBody", 0, _ => new TwoBody(), Kept: 2),
        new("TwoBody.Derivative", 1, on => new TwoBody().Derivative(on.Rowing, on.Action), Kept: 2),
        new("TwoBody.Energy", 1, on => new TwoBody().Energy(on.Rowing), Kept: 2),
        new("TwoBody.Momentum", 1, on => new TwoBody().Momentum(on.Rowing), Kept: 2),
        new("TwoBody.AngularMomentum", 1, on => new TwoBody().AngularMomentum(on.Rowing), Kept: 2),
        new("TwoBody.Relative", 1, on => TwoBody.Relative(on.Rowing)),
        new("TwoBody.RelativeEnergy", 1, on => new TwoBody().RelativeEnergy(on.Rowing), Kept: 2),
        new("new ThreeBody", 0, _ => new ThreeBody(), Kept: 2),
        new("ThreeBody.FigureEight", 1, _ => ThreeBody.FigureEight()),
        new("ThreeBody.Derivative", 1, on => new ThreeBody().Derivative(on.Stack, on.Action), Kept: 2),
        new("ThreeBody.Energy", 1, on => new ThreeBody().Energy(on.Stack), Kept: 2),
        new("ThreeBody.Momentum", 1, on => new ThreeBody().Momentum(on.Stack), Kept: 2),
        new("ThreeBody.AngularMomentum", 1, on => new ThreeBody().AngularMomentum(on.Stack), Kept: 2),
        new("new Canonical", 0, on => new Canonical(on.Pendulum, 2)),
        new("Canonical.Derivative", 1, on => new Canonical(on.Pendulum, 2).Derivative(on.State, on.Action)),
        new("Canonical.ToMomenta", 1, on => new Canonical(on.Pendulum, 2).ToMomenta(on.State)),
        new("Canonical.ToVelocities", 1, on => new Canonical(on.Pendulum, 2).ToVelocities(on.State)),
        new("Integrators.Leapfrog", 1, on => Integrators.Leapfrog(on.Pendulum, on.State, on.Action, 0.1)),
        new("Collocation.Gaps", 1, on => Collocation.Gaps(on.Pendulum, on.Swings.States, on.Swings.Actions, on.Swings.Dt)),
        new("Conservation.SquaredErrors", 0, on => Conservation.SquaredErrors(on.Swings, on.Swings, on.Pendulum.Energy)),
        new("Conservation.Along", 1, on => on.Swings.Along(new("energy", "J"), on.Pendulum.Energy)),
        new("Phase.Of", 0, on => Phase.Of(on.Swings, "angle", "angular speed")),
        new("Phase.Errors", 0, on => Phase.Errors(on.Swings, on.Swings, "angle", "angular speed")),
        new("NeuralOde.For", 0, on => NeuralOde.For(on.Swings, width: 8), Kept: 8),
        new("NeuralOde.Unscaled", 0, on => NeuralOde.Unscaled(on.Swings, width: 8), Kept: 8),
        new("Trainer.FitRates", 0, on => Trainer.FitRates(NeuralOde.For(on.Swings, width: 8), on.Pieces, on.Pieces, new(Epochs: 3, BatchSize: 8, ClipNorm: 1)), Kept: 8),
        new("NeuralOde.Derivative", 1, on => on.Field.Derivative(on.State, on.Action)),
        new("NeuralOde.Step", 1, on => on.Field.Step(on.State, on.Action)),
        new("HamiltonianNet.For", 0, on => HamiltonianNet.For(on.Swings, width: 8), Kept: 8),
        new("HamiltonianNet.Unscaled", 0, on => HamiltonianNet.Unscaled(on.Swings, width: 8, isSeparable: true), Kept: 13),
        new("HamiltonianNet.Derivative", 1, on => on.Energetic.Derivative(on.State, on.Action)),
        new("HamiltonianNet.Energy", 1, on => on.Energetic.Energy(on.State)),
        new("HamiltonianNet.Step", 1, on => on.Energetic.Step(on.State, on.Action)),
        new("LagrangianNet.For", 0, on => LagrangianNet.For(on.Swings, width: 8), Kept: 13),
        new("LagrangianNet.Derivative", 1, on => on.Massive.Derivative(on.State, on.Action)),
        new("LagrangianNet.Mass", 1, on => on.Massive.Mass(on.State)),
        new("LagrangianNet.Energy", 1, on => on.Massive.Energy(on.State)),
        new("LearnedPhysics.Step", 1, on => on.Massive.Step(on.State, on.Action)),
        new("LearnedPhysics.forward", 1, on => on.Massive.forward(on.State, on.Action)),
    ];
}
