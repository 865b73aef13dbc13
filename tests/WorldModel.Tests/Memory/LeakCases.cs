using WorldModel.Charts;
using WorldModel.Data;
using WorldModel.Evaluation;
using WorldModel.Kernels;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>Every public method and constructor that takes, gives or holds tensors.</summary>
internal static class LeakCases
{
    internal static IReadOnlyList<LeakCase> All { get; } =
    [
        .. Core(), .. Worlds(), .. WorldLeakCases.All, .. Twins(), .. KalmanLeakCases.All, .. Data(), .. ImitationLeakCases.All, .. Learning(),
        .. CalibrationLeakCases.All, .. PlanningLeakCases.All, .. Evaluation(), .. ForecastLeakCases.All, .. Charts(), .. EnsembleLeakCases.All,
        .. PhysicsLeakCases.All, .. CrowdLeakCases.All, .. SavingLeakCases.All,
    ];

    private static LeakCase[] Core() =>
    [
        new("Rollout.Run", 1, on => on.World.Run(on.State, on.Torques)),
        new("Rollout.Run", 2, on => new Simulated(on.Apple, 0.05).Run(on.Start, 3)),
        new("Rollout.Predict", 1, on => on.Model.Predict(on.Swings)),
        new("new Strided", 0, on => new Strided(on.World, 3)),
        new("Strided.Step", 1, on => new Strided(on.World, 3).Step(on.State, on.Action)),
        new("Strided.Step", 1, on => new Strided(on.Model, 3).Step(on.State, on.Action)),
        new("Strided.TryRun", 1, on => new Strided(on.World, 3).TryRun(on.State, on.Torques, 1)),
        new("new Trajectories", 0, on => new Trajectories(on.Swings.State, on.Swings.Action, on.Swings.States, on.Swings.Actions, 1)),
        new("Trajectories.Initial", 1, on => on.Swings.Initial),
        new("Trajectories.Pick", 2, on => on.Swings.Pick(3, 1)),
        new("Trajectories.First", 2, on => on.Swings.First(2)),
        new("Trajectories.Seconds", 0, on => on.Swings.Seconds()),
        new("Trajectories.Series", 0, on => on.Swings.Series("angle", 2)),
    ];

    private static LeakCase[] Worlds() =>
    [
        new("new Apple", 0, _ => new Apple(), Kept: 5),
        new("Apple.Derivative", 1, on => on.Apple.Derivative(on.Throws.States, on.Throws.States)),
        new("Apple.Resolve", 1, on => on.Apple.Resolve(on.Throws.States, on.Throws.States, 0.1)),
        new("new GalileoBench", 0, on => new GalileoBench { Drop = on.Scaler.Mean }, Kept: 2),
        new("GalileoBench.Step", 1, on => new GalileoBench { Drop = on.Apple.Gravity }.Step(on.State, on.Action), Kept: 2),
        new("Integrators.Euler", 1, on => Integrators.Euler(on.Pendulum, on.State, on.Action, 0.1)),
        new("Integrators.Rk4", 1, on => Integrators.Rk4(on.Pendulum, on.State, on.Action, 0.1)),
        new("Integrators.SymplecticEuler", 1, on => Integrators.SymplecticEuler(on.Pendulum, on.State, on.Action, 0.1)),
        new("LaneLaw.Of", 0, on => LaneLaw.Of(new PendulumLaw(), on.Pendulum.Length, on.Pendulum.Damping, on.Pendulum.Gravity)),
        new("LaneLaw.WithImpacts", 0, on => LaneLaw.WithImpacts(new AppleLaw(), on.Apple.Gravity)),
        new("LaneParameter.FromTensor", 0, on => LaneParameter.FromTensor(on.Pendulum.Length)),
        new("new LaneParameter", 0, on => new LaneParameter(on.Pendulum.Length)),
        new("new Projectile", 0, _ => new Projectile(), Kept: 2),
        new("Projectile.Derivative", 3, on => new Projectile().Derivative(on.Start.narrow(1, 0, 4), on.Action.narrow(1, 0, 0)), Kept: 2), // two are what it is given
        new("new Pendulum", 0, _ => new Pendulum(), Kept: 3),
        new("Pendulum.Derivative", 1, on => on.Pendulum.Derivative(on.State, on.Action)),
        new("Pendulum.Energy", 1, on => on.Pendulum.Energy(on.Swings.States)),
        new("Sensor.Observe", 2, on => new Sensor { Rate = 10, Noise = [0.1, 0.1], DropOut = 0.2 }.Observe(on.Swings, 1)),
        new("new Simulated", 0, on => on.World),
        new("Simulated.Step", 1, on => on.World.Step(on.State, on.Action)),
        new("Simulated.TryRun", 1, on => on.World.TryRun(on.State, on.Torques, 1) ?? on.World.Run(on.State, on.Torques).States),
        new("Simulated.Step", 1, on => new Simulated(on.Apple, 0.1, Integrators.SymplecticEuler).Step(on.Start, on.Action)),
    ];

    private static LeakCase[] Twins() =>
    [
        new("SensorStream.Observe", 0, on => new SensorStream { Rate = 30, Noise = 0.1, DropOut = 0.2 }.Observe(on.Throws, "apple", 1)),
    ];

    private static LeakCase[] Data() =>
    [
        new("Frames.ToFrame", 0, on => on.Swings.ToFrame()),
        new("Frames.ToTrajectories", 2, on => on.Swings.ToFrame().ToTrajectories(on.Swings.State, on.Swings.Action)),
        new("Recording.Readings", 0, on => on.Throws.Readings("apple")),
        new("new Scaler", 0, on => new Scaler(on.State, on.State)),
        new("Scaler.Fit", 2, on => Scaler.Fit(on.Swings.States)),
        new("Scaler.OfChanges", 2, on => Scaler.OfChanges(on.Swings)),
        new("Scaler.Scale", 1, on => on.Scaler.Scale(on.State)),
        new("Scaler.Unscale", 1, on => on.Scaler.Unscale(on.State)),
        new("new Split", 0, on => new Split(on.Swings, on.Swings, on.Swings)),
        new("Split.ByRun", 6, on => Split.ByRun(on.Swings)),
        new("new Windows", 0, on => new Windows(on.Swings.States, on.Swings.Actions)),
        new("Windows.Initial", 1, on => on.Pieces.Initial),
        new("Windows.Targets", 1, on => on.Pieces.Targets),
        new("Windows.Cut", 2, on => Windows.Cut(on.Swings, 2)),
        new("Windows.Batches", 0, on => on.Pieces.Batches(4).Count()),
        new("Windows.Batches", 0, on => on.Pieces.Batches(4).Any()),
    ];

    private static LeakCase[] Learning() =>
    [
        new("ResidualMlp.For", 0, on => ResidualMlp.For(on.Swings, width: 8), Kept: 9),
        new("ResidualMlp.forward", 1, on => on.Model.forward(on.State, on.Action)),
        new("ResidualMlp.Step", 1, on => on.Model.Step(on.State, on.Action)),
        new("ResidualMlp.TryRun", 1, on => on.Model.TryRun(on.State, on.Torques, 1) ?? on.Model.Run(on.State, on.Torques).States),
        new("ResidualMlp.Changes", 0, on => on.Model.Changes),
        new("ResidualMlp.Compile", 0, on => on.State.dtype == float32 ? on.Model.Compile() : on.Model),
        new("ResidualMlp.Size", 0, on => on.Model.Size()),
        new("Trainer.Fit", 0, on => Trainer.Fit([on.Weights], on.Pieces, on.Pieces, on.Loss, new(Epochs: 3, BatchSize: 8, ClipNorm: 1))),
        new("Trainer.Fit", 0, on => Trainer.Fit(on.Model, on.Pieces, on.Pieces, new(Epochs: 3, BatchSize: 8, ClipNorm: 1))),
        new("new FusedAdam", 0, on => Disposed(new FusedAdam([on.Small]))),
        new("FusedAdam.Fits", 0, on => FusedAdam.Fits([on.Small])),
        new("FusedAdam.Step", 0, on => Done(on.Adam.Step)),
        new("FusedAdam.Dispose", 0, on => Disposed(new FusedAdam([on.Small]))),
    ];

    private static LeakCase[] Evaluation() =>
    [
        new("new ConstantVelocity", 0, on => new ConstantVelocity(on.Swings)),
        new("ConstantVelocity.Step", 1, on => new ConstantVelocity(on.Swings).Step(on.State, on.Action)),
        new("Horizon.ErrorByHorizon", 0, on => Horizon.ErrorByHorizon(on.Swings, on.Swings)),
        new("Horizon.ValidTimes", 0, on => Horizon.ValidTimes(on.Swings, on.Swings, on.Scaler.Deviation, 1)),
        new("new LinearModel", 0, on => new LinearModel(on.Swings), Kept: 1),
        new("LinearModel.Step", 1, on => new LinearModel(on.Swings).Step(on.State, on.Action), Kept: 1),
        new("new MeanState", 0, on => new MeanState(on.Swings), Kept: 1),
        new("MeanState.Step", 1, on => new MeanState(on.Swings).Step(on.State, on.Action), Kept: 1),
        new("new Persistence", 0, on => new Persistence(on.Swings)),
        new("Persistence.Step", 1, on => new Persistence(on.Swings).Step(on.State, on.Action)),
    ];

    private static LeakCase[] Charts() =>
    [
        new("OverlayChart.Draw", 0, on => OverlayChart.Draw("a", "angle", 0, ("truth", on.Swings))),
        new("BandChart.Draw", 0, on => BandChart.Draw("a", "angle", 0, ("90 %", on.Swings, on.Swings), ("truth", on.Swings))),
        new("PathChart.Draw", 0, on => PathChart.Draw("a", ["x", "height"], 0, ("truth", on.Throws))),
    ];

    private static bool Disposed(IDisposable made) => Done(made.Dispose);

    private static bool Done(Action work)
    {
        work();
        return true;
    }
}
