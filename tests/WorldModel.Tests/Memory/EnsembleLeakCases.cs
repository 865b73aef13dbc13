using WorldModel.Charts;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Tests.Charts;

namespace WorldModel.Tests.Memory;

/// <summary>The ensembles' part of <see cref="LeakCases"/>.</summary>
internal static class EnsembleLeakCases
{
    private const int Numbers = 6 + 5; // weights and biases of three layers, scales and bounds

    internal static LeakCase[] All =>
    [
        new("Ensemble.For", 0, on => Of(on), Kept: Numbers),
        new("Ensemble.forward", 1, on => Of(on).forward(on.State, on.Action), Kept: Numbers),
        new("Ensemble.Step", 1, on => Of(on).Step(on.State, on.Action), Kept: Numbers),
        new("Ensemble.Predict", 2, on => Of(on).Predict(on.State, on.Action), Kept: Numbers),
        new("Ensemble.Imagine", 2, on => Of(on).Imagine(on.State, on.Torques, 3), Kept: Numbers),
        new("Ensemble.TryRun", 1, on => Tried(Of(on), on), Kept: Numbers),
        new("Ensemble.Compile", 0, on => Compiled(Of(on)), Kept: Numbers),
        new("Ensemble.Changes", 0, on => Of(on).Changes, Kept: Numbers),
        new("Ensemble.Size", 0, on => Of(on).Size(), Kept: Numbers),
        new("Trainer.Fit", 0, on => Trainer.Fit(Of(on), on.Pieces, on.Pieces, new(Epochs: 3, BatchSize: 8, ClipNorm: 1)), Kept: Numbers),
        new("new Prediction", 0, on => new Prediction(on.Torques, on.Torques)),
        new("Prediction.Next", 1, on => new Prediction(on.Torques, on.Torques).Next),
        new("Prediction.Aleatoric", 1, on => new Prediction(on.Torques, on.Torques).Aleatoric),
        new("Prediction.Epistemic", 1, on => new Prediction(on.Torques, on.Torques).Epistemic),
        new("Prediction.Total", 1, on => new Prediction(on.Torques, on.Torques).Total),
        new("new Particles", 0, on => new Particles(on.Swings, 2)),
        new("Particles.Of", 2, on => new Particles(on.Swings, 2).Of(1)),
        new("Particles.Mean", 2, on => new Particles(on.Swings, 2).Mean()),
        new("Particles.Quantile", 2, on => new Particles(on.Swings, 2).Quantile(0.3)),
        new("Particles.Interval", 4, on => new Particles(on.Swings, 2).Interval(0.9)),
        new("Coverage.Of", 0, on => Coverage.Of(on.Swings, on.Swings, on.Swings)),
        new("FanChart.Draw", 0, on => FanChart.Draw("a", "angle", "angular speed", ("a", on.Swings, on.Swings))),
        new("RowingChart.Draw", 0, on => Rowing(on)),
    ];

    private static Figure Rowing(LeakSamples on)
    {
        using var scope = NewDisposeScope();
        return RowingChart.Draw("a", ("boat", new(ChartSamples.Boat, Space.None, on.Rowing.view(2, 3, 8), zeros([2, 2, 0], on.Rowing.dtype), 0.2)));
    }

    private static Tensor Tried(Ensemble model, LeakSamples on) => model.TryRun(on.State, on.Torques, 1) ?? model.Run(on.State, on.Torques).States;

    private static object Compiled(Ensemble model) => model.Changes.dtype == float32 ? model.Compile() : model;

    private static Ensemble Of(LeakSamples on) => Ensemble.For(on.Swings, members: 2, width: 8);
}
