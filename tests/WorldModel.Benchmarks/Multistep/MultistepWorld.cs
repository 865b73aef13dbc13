using WorldModel.Data;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Multistep;

/// <summary>A world to foresee, seen by a sensor.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Threshold">Error that still counts as valid, in units of the usual spread.</param>
/// <param name="Runs">Draws that many true runs of that many steps.</param>
/// <param name="Lengths">Steps of a run to train on and of one to foresee.</param>
internal sealed record MultistepWorld(string Name, double Threshold, Func<int, int, Trajectories> Runs, (int Train, int Test) Lengths)
{
    internal static IReadOnlyList<MultistepWorld> All => [Damped(), Double(), Lorenz()];

    /// <summary>Readings to learn from and to choose by, and true runs to foresee.</summary>
    /// <param name="noise">Of the sensor, as a share of the usual spread.</param>
    /// <param name="seed">Of runs and noise.</param>
    internal Split Draw(double noise, int seed)
    {
        Seed.Set(100 + seed);
        var (train, validation, test) = (Runs(60, Lengths.Train), Runs(15, Lengths.Train), Runs(30, Lengths.Test));
        Sensor sensor = new() { Noise = [.. Scaler.Fit(train.States).Deviation.data<float>().Select(usual => noise * usual)] };
        return new(sensor.Observe(train, seed), sensor.Observe(validation, seed + 50), test);
    }

    private static MultistepWorld Damped()
    {
        Strided hall = new(new Simulated(new Pendulum { Damping = tensor(0.2f) }, 0.01), 10);
        return new("damped pendulum", 0.2, (runs, steps) => hall.Run((rand(runs, 2) - 0.5) * tensor(new[] { 5f, 4f }), randn(runs, steps / 5, 1).repeat_interleave(5, 1)), (60, 300));
    }

    private static MultistepWorld Double()
    {
        Strided hall = new(new Simulated(new DoublePendulum(), 0.01), 5);
        return new("double pendulum", 0.3, (runs, steps) => hall.Run((rand(runs, 4) * 2 - 1) * tensor(new[] { 1f, 1f, 0.5f, 0.5f }), steps), (100, 400));
    }

    private static MultistepWorld Lorenz()
    {
        Strided sky = new(new Simulated(new Lorenz(), 0.01), 5);
        return new("Lorenz", 0.4, (runs, steps) => sky.Run(sky.Run(8 * randn(runs, 3) + tensor(new[] { 0f, 0, 25 }), 200).States.select(1, -1), steps), (100, 400));
    }
}
