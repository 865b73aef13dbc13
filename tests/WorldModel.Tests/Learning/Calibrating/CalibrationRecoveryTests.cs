using WorldModel.Benchmarks.Coverage;
using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning.Calibrating;

public sealed class CalibrationRecoveryTests
{
    private const double Dt = 0.1;

    [Fact]
    public void Gravity_and_drag_of_25_apples_are_found_within_1_percent() => Recover(
        [new("gravity", "m/s²", 0.5, 30), new("drag", "1/m", 0.001, 0.2)],
        trial => new Simulated(new Apple { Gravity = trial["gravity"], Drag = trial["drag"] }, Dt),
        Doubles.Row(0, 0, 30, 3, -2, 4));

    [Fact]
    public void Length_and_damping_of_25_pendulums_are_found_within_1_percent() => Recover(
        [new("length", "m", 0.3, 5), new("damping", "1/s", 0.01, 1)],
        trial => new Simulated(new Pendulum { Length = trial["length"], Damping = trial["damping"] }, Dt),
        tensor(new[,] { { 1.2, 0 }, { 0.3, -1.5 } }));

    [Fact]
    public void Positions_alone_are_enough()
    {
        var (shots, seen) = Shots(0.02);
        seen.States.narrow(2, 2, 2).fill_(double.NaN);
        var found = Calibration.Fit(shots.Unknowns, seen, shots.Twin);
        Assert.All(found.Estimates.Zip(shots.Truth), pair => Assert.InRange(pair.First.Value, pair.Second - 4 * pair.First.StandardError, pair.Second + 4 * pair.First.StandardError));
        Assert.InRange(found["gravity"].StandardError, 1e-3, 0.3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var (shots, seen) = Shots(0.02);
        CalibrationResult[] found = [.. new[] { 1, 2 }.Select(global =>
        {
            Seed.Set(global); // what else was random before does not matter
            return Calibration.Fit(shots.Unknowns, seen, shots.Twin);
        })];
        Assert.Equal(found[0].Estimates, found[1].Estimates);
        Assert.Equal(Doubles.Of(found[0].Initial), Doubles.Of(found[1].Initial));
    }

    [Fact]
    public void The_finished_twin_runs_along_the_readings()
    {
        var (shots, seen) = Shots(1e-6);
        var found = Calibration.Fit(shots.Unknowns, seen, shots.Twin);
        Assert.InRange(Doubles.Worst(found.Twin().Run(found.Initial, 10).States, shots.Runs.States), 0, 1e-4);
    }

    private static (CoverageCase Shots, Trajectories Seen) Shots(double noise)
    {
        var shots = CoverageCase.Flight();
        return (shots, new Sensor { Noise = [noise, noise, 5 * noise, 5 * noise] }.Observe(shots.Runs, seed: 3));
    }

    private static void Recover(Unknown[] unknowns, Func<Trial, IDynamics> twin, Tensor starts)
    {
        Random random = new(5);
        for (var set = 0; set < 25; set++)
        {
            double[] truth = [.. unknowns.Select(unknown => unknown.Lower + unknown.Range * (0.02 + 0.96 * random.NextDouble()))];
            var world = twin(new(unknowns, tensor(truth)));
            var runs = world.Run(starts, zeros([starts.shape[0], 8, world.Action.Size], float64));
            var found = Calibration.Fit(unknowns, runs, twin);
            Assert.All(found.Estimates.Zip(truth), pair => Assert.InRange(pair.First.Value / pair.Second, 0.99, 1.01));
        }
    }
}
