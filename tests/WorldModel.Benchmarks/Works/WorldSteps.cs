using WorldModel.Benchmarks.Measuring;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Works;

/// <summary>Projectiles with quadratic drag, fourth-order Runge-Kutta; only the states after the last step are kept.</summary>
internal static class WorldSteps
{
    internal static Work Make(int runs, int steps)
    {
        Seed.Set(0);
        using var scope = NewDisposeScope();
        var (speed, angle) = (10 + (40 * rand(runs, 1)), 0.2 + (1.2 * rand(runs, 1)));
        var initial = cat([zeros(runs, 2), speed * angle.cos(), speed * angle.sin()], dim: 1).MoveToOuterDisposeScope();
        var nothing = zeros([runs, 0]).MoveToOuterDisposeScope();
        Strided world = new(new Simulated(new Projectile(), 0.01), steps);
        return new("kernels", () => world.Step(initial, nothing).Dispose(), initial, nothing);
    }
}
