using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Coverage;

/// <summary>A world that is calibrated again and again, each time with fresh noise.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Unknowns">What is sought.</param>
/// <param name="Truth">The true values.</param>
/// <param name="Twin">Builds world and twin alike.</param>
/// <param name="Runs">True runs.</param>
/// <param name="Noise">Noise of each channel.</param>
internal sealed record CoverageCase(string Name, Unknown[] Unknowns, double[] Truth, Func<Trial, IDynamics> Twin, Trajectories Runs, double[] Noise)
{
    private const double Dt = 0.1;

    internal static IReadOnlyList<CoverageCase> All => [Flight(), Swing()];

    /// <summary>Four shots with gravity and drag unknown.</summary>
    internal static CoverageCase Flight()
    {
        Unknown[] unknowns = [new("gravity", "m/s²", 5, 15), new("drag", "1/m", 0, 0.2)];
        Func<Trial, IDynamics> twin = trial => new Simulated(new Projectile { Gravity = trial["gravity"], Drag = trial["drag"] }, Dt);
        double[,] starts = { { 0, 5, 4, 3 }, { 0, 8, -6, 1 }, { 0, 6, 9, 5 }, { 0, 9, 2, -2 } };
        return Of("flight", (unknowns, [9.81, 0.05], twin), tensor(starts), [0.02, 0.02, 0.1, 0.1]);
    }

    /// <summary>Two pendulums with length and damping unknown.</summary>
    internal static CoverageCase Swing()
    {
        Unknown[] unknowns = [new("length", "m", 0.3, 3), new("damping", "1/s", 0, 1)];
        Func<Trial, IDynamics> twin = trial => new Simulated(new Pendulum { Length = trial["length"], Damping = trial["damping"] }, Dt);
        double[,] starts = { { 1.2, 0 }, { -0.5, 1 } };
        return Of("swing", (unknowns, [1.3, 0.2], twin), tensor(starts), [0.02, 0.05]);
    }

    private static CoverageCase Of(string name, (Unknown[] Unknowns, double[] Truth, Func<Trial, IDynamics> Twin) world, Tensor starts, double[] noise)
    {
        var dynamics = world.Twin(new(world.Unknowns, tensor(world.Truth)));
        var runs = dynamics.Run(starts, zeros([starts.shape[0], 10, dynamics.Action.Size], float64));
        return new(name, world.Unknowns, world.Truth, world.Twin, runs, noise);
    }
}
