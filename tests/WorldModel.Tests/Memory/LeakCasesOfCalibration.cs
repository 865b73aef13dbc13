using WorldModel.Learning;
using WorldModel.Tests.Worlds;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>Calibration, and the worlds that only it needs.</summary>
internal static class LeakCasesOfCalibration
{
    private static readonly Unknown[] Unknowns = [new("stiffness", "1/s²", 0.1, 9)];
    private static readonly Trajectories Readings = new Simulated(new Spring(ones(1)), 0.1).Run(randn(2, 2), 4);
    private static readonly CalibrationResult Result = Fit();

    internal static IReadOnlyList<LeakCase> All { get; } =
    [
        new("Calibration.Fit", 1, _ => Fit()),
        new("CalibrationResult.Twin", 2, _ => Result.Twin()), // all values, and the one that was asked for
        new("CalibrationResult.ToHtml", 0, _ => Result.ToHtml()),
        new("CalibrationResult.ToText", 0, _ => Result.ToText()),
        new("Trial.Item", 1, on => new Trial(Unknowns, on.State)["stiffness"]),
        new("new PowerLaw", 0, on => new PowerLaw { Factor = on.Scaler.Mean, Exponent = on.Scaler.Mean }),
        new("PowerLaw.Step", 1, on => new PowerLaw { Factor = on.Apple.Gravity, Exponent = on.Apple.Drag }.Step(on.State, on.Action)),
        new("new Logarithmic", 0, on => new Logarithmic(on.World)),
        new("Logarithmic.Step", 1, on => new Logarithmic(on.World).Step(on.State, on.Action)),
    ];

    private static CalibrationResult Fit() =>
        Calibration.Fit(Unknowns, Readings, trial => new Simulated(new Spring(trial["stiffness"]), 0.1), options: new(Starts: 2, Epochs: 2));
}
