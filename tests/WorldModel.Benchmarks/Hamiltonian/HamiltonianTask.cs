using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Hamiltonian;

/// <summary>A row of the paper's table: noisy states with the true rates of change, and the energy to keep.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Published">Energy errors of the paper's MLP and HNN.</param>
/// <param name="World">The law.</param>
/// <param name="Energy">Its energy.</param>
/// <param name="Start">Draws starts.</param>
/// <param name="Size">Runs to train on, points of each, and how long they last [s].</param>
internal sealed record HamiltonianTask(
    string Name, (double Mlp, double Hnn) Published, IPhysics World, Func<Tensor, Tensor> Energy, Func<int, Tensor> Start, (int Runs, int Points, double Seconds) Size)
{
    private static readonly TwoBody Bodies = new();

    internal static IReadOnlyList<HamiltonianTask> All { get; } =
    [
        new("spring", (1.71e-1, 3.84e-4), new Canonical(new Spring { Stiffness = tensor(2f), Mass = tensor(0.5f) }, 0.5),
            state => state.square().sum(-1), count => Circles(count, 0.1), (25, 30, 3)),
        new("pendulum", (4.15e-2, 2.49e-2), new Canonical(new Pendulum { Length = tensor(1f), Gravity = tensor(6f), Damping = tensor(0f) }, 0.5),
            state => 3 * (1 - state.select(-1, 0).cos()) + state.select(-1, 1).square(), count => Circles(count, 1.3), (25, 45, 3)),
        new("two bodies", (6.33e-2, 3.88e-5), Bodies, Bodies.Energy, Orbits, (800, 50, 20)),
    ];

    /// <summary>Standard deviation of the noise; two bodies are seen without.</summary>
    internal double Noise => World is TwoBody ? 0 : 0.1;

    /// <summary>True runs.</summary>
    internal Trajectories Run(int runs, double seconds, int points) =>
        new Strided(new Simulated(World, seconds / (points - 1) / 10), 10).Run(Start(runs), zeros([runs, points - 1, World.Action.Size]));

    private static Tensor Circles(int count, double smallest)
    {
        var (turn, radius) = (2 * Math.PI * rand(count), smallest + rand(count));
        return stack([radius * turn.cos(), radius * turn.sin()], 1);
    }

    private static Tensor Orbits(int count)
    {
        var place = 0.5 + rand(count, 2);
        var side = cat([-place.narrow(1, 1, 1), place.narrow(1, 0, 1)], 1);
        var speed = side / (2 * place.norm(1, true).pow(1.5)) * (1 + 0.05 * randn(count, 1));
        return cat([place, -place, speed, -speed], 1);
    }
}
