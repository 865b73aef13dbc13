using WorldModel.Kernels;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

/// <summary>A world of the library with runs to start, for comparison of its law over lanes with its tensors.</summary>
/// <param name="Physics">The world.</param>
/// <param name="Start">Middle of each channel's starts.</param>
/// <param name="Spread">Half of their range.</param>
internal sealed record LaneWorld(IFastPhysics Physics, float[] Start, float[] Spread)
{
    internal const double Dt = 0.01;

    internal static readonly Dictionary<LaneMethod, Integrator> Methods = new()
    {
        [LaneMethod.Rk4] = Integrators.Rk4,
        [LaneMethod.Euler] = Integrators.Euler,
        [LaneMethod.SymplecticEuler] = Integrators.SymplecticEuler,
    };

    /// <summary>A world by its name, whose tensors belong to the caller's scope.</summary>
    internal static LaneWorld Of(string name) => name switch
    {
        nameof(Pendulum) => new(new Pendulum(), [0.2f, 0], [1.2f, 1]),
        nameof(Projectile) => new(new Projectile(), [0, 0, 20, 20], [1, 1, 10, 15]),
        nameof(Apple) => new(new Apple { Wind = tensor(new[] { 2f, -1, 0.5f }), Drag = tensor(0.05f) }, [0, 0, 500, 3, 0, 0], [1, 1, 1, 3, 3, 3]),
        nameof(Spring) => new(new Spring { Stiffness = tensor(3f) }, [0, 0], [2, 2]),

        // Where these move regularly: where they are chaotic, rounding alone drives any two computations apart.
        nameof(Lorenz) => new(new Lorenz(), [8.5f, 8.5f, 27], [1, 1, 1]),
        nameof(Boat) => new(new Boat { Current = tensor(new[] { 0.4f, -0.2f }) }, [0, 0, 0.5f, 1.5f, 0, 0, 1, 2], [1, 1, 3, 1, 0.3f, 0.3f, 3, 3]),
        nameof(CartPole) => new(new CartPole(), [0, 3.1f, 0, 0], [1, 0.5f, 1, 1]),
        nameof(DoublePendulum) => new(new DoublePendulum { Masses = tensor(new[] { 1f, 0.6f }), Lengths = tensor(new[] { 0.7f, 1 }) }, [0, 0, 0, 0], [0.3f, 0.3f, 0.3f, 0.3f]),
        nameof(TwoBody) => new(new TwoBody { Masses = tensor(new[] { 1f, 0.6f }), Gravity = tensor(0.8f) }, [1, 0, -1, 0, 0, 0.4f, 0, -0.4f], [0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f]),
        nameof(ThreeBody) => new(new ThreeBody(), [0.97f, -0.24f, -0.97f, 0.24f, 0, 0, 0.47f, 0.43f, 0.47f, 0.43f, -0.93f, -0.86f], [.. Enumerable.Repeat(0.01f, 12)]),
        _ => throw new ArgumentException($"say how runs of {name} start, so that its law can be compared with its tensors", nameof(name)),
    };

    /// <summary>Whether a method suits the world: symplectic steps need as many velocities as positions.</summary>
    internal bool Takes(LaneMethod method) => method != LaneMethod.SymplecticEuler || Start.Length % 2 == 0;

    internal Tensor Starts(int runs, int seed)
    {
        using var generator = new Generator((ulong)seed);
        return tensor(Start) + (rand([runs, Start.Length], generator: generator) * 2 - 1) * tensor(Spread);
    }

    internal Tensor Actions(int runs, int steps, int seed)
    {
        using var generator = new Generator((ulong)seed + 1000);
        return randn([runs, steps, Physics.Action.Size], generator: generator);
    }

    internal Tensor? InLanes(LanePlan plan, Tensor starts, Tensor actions) => Physics.Law.TryRun(plan, starts, actions);
}
