using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Physics;

/// <summary>Runs to make learned physics for, in double precision.</summary>
internal static class PhysicsRuns
{
    /// <summary>Swings of a pendulum with a motor: one position, one force.</summary>
    internal static Trajectories Swings() => Of(new Pendulum { Damping = tensor(0f) }, 0.8);

    /// <summary>Swings of a double pendulum: two positions, no force.</summary>
    internal static Trajectories DoubleSwings() => Of(new DoublePendulum(), 0.8);

    /// <summary>Runs of a cart with a pole: two positions of different kinds, one force.</summary>
    internal static Trajectories Carts() => Of(new CartPole(), 0.8);

    /// <summary>States and actions in no way special.</summary>
    internal static (Tensor States, Tensor Actions) Somewhere(Trajectories runs) =>
        (0.7 * randn([9, runs.State.Size], float64), randn([9, runs.Action.Size], float64));

    private static Trajectories Of(IPhysics physics, double spread)
    {
        Seed.Set(4);
        var start = spread * randn([8, physics.State.Size], float64);
        return new Simulated(physics, 0.05).Run(start, randn([8, 10, physics.Action.Size], float64));
    }
}
