using WorldModel.Twins;

namespace WorldModel.Tests.Memory;

/// <summary>The filters' part of <see cref="LeakCases"/>.</summary>
internal static class KalmanLeakCases
{
    private static readonly KalmanNoise Noise = KalmanNoise.Of([0.1, 0.1], [0.1, 0.1]);
    private static readonly Belief Start = Belief.Of([0, 0], [1, 1]);
    private static readonly double[,] Turn = { { 1, 0.05 }, { -0.05, 1 } };

    internal static LeakCase[] All =>
    [
        new("Kalman.Linear", 0, on => Kalman.Linear(Engine(on), Noise), Kept: 2),
        new("Kalman.Extended", 0, on => Kalman.Extended(on.World, Noise)),
        new("Kalman.Unscented", 0, on => Kalman.Unscented(on.World, Noise)),
        new("Kalman.Filter", 6, on => Kalman.Linear(Engine(on), Noise).Filter(on.Swings, Start), Kept: 2),
        new("Kalman.Filter", 6, on => Extended(on).Filter(on.Swings, Start)),
        new("Kalman.Filter", 6, on => Unscented(on).Filter(on.Swings, Start)),
        new("Kalman.Forecast", 2, on => Extended(on).Forecast([Start, Start, Start, Start, Start, Start], on.Torques)),
        new("Kalman.Forecast", 3, _ => Kalman.Linear(new LinearDynamics(new(new("x", ""), new("y", "")), Turn, 1), Noise).Forecast([Start], 4), Kept: 2), // and no actions
        new("Kalman.Track", 0, on => Unscented(on).Track(Start)),
        new("KalmanTracker.Predict", 0, on => Extended(on).Track(Start).Predict(0.5)),
        new("KalmanTracker.Correct", 0, on => Extended(on).Track(Start).Correct(0.5, 1)),
        new("KalmanTracker.Surprise", 0, on => Unscented(on).Track(Start).Surprise(0.5, 1)),
        new("KalmanRun.Smooth", 8, on => Run(on).Smooth()), // six are the run's own
        new("KalmanEstimates.ToTrajectories", 6, on => Run(on).Filtered.ToTrajectories()),
        new("KalmanEstimates.Deviations", 7, on => Run(on).Filtered.Deviations()),
        new("KalmanEstimates.Band", 8, on => Run(on).Filtered.Band()),
        new("KalmanEstimates.Coverage", 6, on => Run(on).Filtered.Coverage(on.Swings)),
        new("KalmanEstimates.At", 6, on => Run(on).Filtered.At(1)),
        new("KalmanEstimates.Last", 6, on => Run(on).Filtered.Last()),
        new("KalmanEstimates.Nees", 6, on => Run(on).Filtered.Nees(on.Swings)),
        new("Innovations.Nis", 6, on => Run(on).Innovations.Nis()),
        new("new SensorModel", 0, on => new SensorModel(on.Pendulum.State, states => states.sin())),
        new("SensorModel.Of", 0, on => SensorModel.Of(on.Pendulum.State, "angle")),
        new("new LinearDynamics", 0, on => Engine(on), Kept: 2),
        new("new LinearDynamics", 0, _ => new LinearDynamics(new(new("x", ""), new("y", "")), Turn, 1), Kept: 2),
        new("LinearDynamics.Step", 1, on => Engine(on).Step(on.State, on.Action), Kept: 2),
    ];

    private static LinearDynamics Engine(LeakSamples on) => new((on.World.State, on.World.Action), Turn, new[,] { { 0 }, { 0.05 } }, on.World.Dt);

    private static Kalman Extended(LeakSamples on) => Kalman.Extended(on.World, Noise);

    private static Kalman Unscented(LeakSamples on) => Kalman.Unscented(on.World, Noise);

    private static KalmanRun Run(LeakSamples on) => Extended(on).Filter(on.Swings, Start);
}
