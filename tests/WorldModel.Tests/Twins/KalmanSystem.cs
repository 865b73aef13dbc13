using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

/// <summary>A linear system with its noise, which can be simulated, filtered, and solved all at once by weighted least squares.</summary>
internal sealed record KalmanSystem(double[,] Transition, double[,] Control, double[,] Process, double[,] SensorNoise)
{
    internal static readonly Channel Place = new("x", "m");

    /// <summary>A body whose acceleration is white noise, plus a push, seen at 10 Hz: place and speed are read.</summary>
    internal static KalmanSystem Glider(double dt = 0.1, double noise = 0.3) => new(
        new[,] { { 1, dt }, { 0, 1 } },
        new[,] { { dt * dt / 2 }, { dt } },
        new[,] { { noise * noise * dt * dt * dt / 3, noise * noise * dt * dt / 2 }, { noise * noise * dt * dt / 2, noise * noise * dt } },
        new[,] { { 0.04, 0.01 }, { 0.01, 0.09 } });

    internal int Size => Transition.GetLength(0);

    internal Space State => new([.. Enumerable.Range(0, Size).Select(i => i == 0 ? Place : new Channel($"x{i}", "m"))]);

    internal Space Action => new([.. Enumerable.Range(0, Control.GetLength(1)).Select(i => new Channel($"u{i}", "N"))]);

    internal LinearDynamics Engine => new((State, Action), Transition, Control, 0.1);

    internal KalmanNoise Noise => new(Process, SensorNoise);

    internal Belief Start { get; init; } = Belief.Of([0.5, -0.2], [1, 2]);

    internal Kalman Filter => Kalman.Linear(Engine, Noise);

    /// <summary>Random systems that neither explode nor forget at once, with actions and correlated noise.</summary>
    internal static KalmanSystem Random(int seed, int size = 3)
    {
        Random random = new(seed);
        using var scope = NewDisposeScope();
        var turn = linalg.qr(tensor(Normal(random, size, size))).Q;
        var transition = Doubles.Square(turn * (0.8 + 0.25 * random.NextDouble()));
        return new(transition, Normal(random, size, 2), Covariance(random, size, 0.3), Covariance(random, size, 1))
        {
            Start = new(new double[size], Covariance(random, size, 2)),
        };
    }

    /// <summary>True runs that begin as the filter believes, and their readings, some of them lost.</summary>
    internal (Trajectories Truth, Trajectories Readings) Simulate(int runs, int steps, int seed, double lost = 0)
    {
        using var scope = NewDisposeScope();
        Seed.Set(seed);
        var actions = randn([runs, steps, Action.Size], float64);
        List<Tensor> states = [tensor(Start.Mean) + Noisy(Start.Covariance, runs)];
        for (var step = 0; step < steps; step++)
        {
            states.Add(Engine.Step(states[^1], actions.select(1, step)) + Noisy(Process, runs));
        }

        var truth = stack(states, 1);
        var readings = truth + Noisy(SensorNoise, runs * (steps + 1)).view(runs, steps + 1, Size);
        var seen = readings.masked_fill(rand(readings.shape) < lost, double.NaN);
        actions.MoveToOuterDisposeScope();
        return (new(State, Action, truth.MoveToOuterDisposeScope(), actions, 0.1), new(State, Action, seen.MoveToOuterDisposeScope(), actions, 0.1));
    }

    private static Tensor Noisy(double[,] covariance, int count) =>
        randn([count, covariance.GetLength(0)], float64).matmul(linalg.cholesky(tensor(covariance)).t());

    private static double[,] Covariance(Random random, int size, double scale)
    {
        var root = tensor(Normal(random, size, size));
        return Doubles.Square(scale * scale * (root.matmul(root.t()) / size + 0.1 * eye(size, dtype: float64)));
    }

    private static double[,] Normal(Random random, int rows, int columns)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i / columns, i % columns] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return values;
    }
}
