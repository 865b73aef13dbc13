using WorldModel.Evaluation;
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
        new("Scores.Crps", 1, on => Scores.Crps(on.Swings, on.Futures)),
        new("Scores.Energy", 1, on => Scores.Energy(on.Swings, on.Futures, on.Scaler.Deviation)),
    ];
}
