using WorldModel.Evaluation;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>The members that judge forecasts.</summary>
internal static class ForecastLeakCases
{
    internal static LeakCase[] All { get; } =
    [
        new("Lyapunov.LargestExponent", 0, on => Lyapunov.LargestExponent(new Simulated(on.Apple, 0.1), on.Start, seconds: 1, settle: 0.2)),
        new("Conformal.Fit", 0, on => Conformal.Fit(on.Swings, on.Swings, 0.5)),
        new("Conformal.Around", 2, on => Conformal.Fit(on.Swings, on.Swings, 0.5).Around(on.Swings)),
        new("Envelope.Of", 0, on => Envelope.Of(on.Swings)),
        new("Envelope.LeftAt", 0, on => Envelope.Of(on.Swings).LeftAt(on.Swings)),
        new("Envelope.Describe", 0, on => Envelope.Of(on.Swings).Describe(on.Swings)),
        new("Envelope.NumbersEndAt", 0, on => Envelope.NumbersEndAt(on.Swings)),
        new("Spectrum.Of", 0, on => Spectrum.Of(on.Long, "angle", 8)),
        new("Attractor.Distance", 0, on => Attractor.Distance(on.Swings, on.Long, "angle")),
        new("HybridTwin.For", 0, on => HybridTwin.For(on.Pendulum, on.Swings, ["angle"], width: 8), Kept: 10),
        new("HybridTwin.Derivative", 1, on => on.Hybrid.Derivative(on.State, on.Action)),
        new("HybridTwin.Residual", 1, on => on.Hybrid.Residual(on.State, on.Action)),
        new("new Equations", 0, on => new Equations(on.Pendulum.State, on.Pendulum.Action, on.Pendulum.Derivative)),
        new("Equations.Derivative", 1, on => new Equations(on.Pendulum.State, on.Pendulum.Action, (state, action) => 2 * on.Pendulum.Derivative(state, action)).Derivative(on.State, on.Action)),
        new("Correction.For", 0, on => Correction.For(on.State, on.Scaler.Deviation, width: 8), Kept: 7),
        new("Correction.forward", 1, on => on.Hybrid.children().OfType<Correction>().Single().forward(on.Action)),
        new("Correction.Size", 1, on => on.Hybrid.children().OfType<Correction>().Single().Size(on.Action)),
        new("Scores.Crps", 1, on => Scores.Crps(on.Swings, on.Futures)),
        new("Scores.Energy", 1, on => Scores.Energy(on.Swings, on.Futures, on.Scaler.Deviation)),
    ];
}
