using WorldModel.Worlds;

namespace WorldModel.Learning;

/// <summary>
/// How far given paths are from obeying equations of motion, all points at once and nothing simulated. With the paths
/// themselves as parameters beside those of the equations, a law is learnt from noisy states alone: path near what was seen,
/// gaps small. Hermite-Simpson collocation (Hargraves and Paris, Direct trajectory optimization using nonlinear programming
/// and collocation, 1987); as a soft constraint, the weak-constraint form of variational data assimilation.
/// </summary>
public static class Collocation
{
    /// <summary>
    /// The mean speed of each step less that of the equations: (x' − x)/Δt − (f + 4 f_m + f')/6, where f_m is the rate midway on
    /// the cubic through both ends. For a true path it is of order Δt⁴. Gradients flow to path and equations.
    /// </summary>
    /// <param name="physics">Equations of motion.</param>
    /// <param name="path">States [B, T+1, S].</param>
    /// <param name="actions">Actions [B, T, A], each constant over its step.</param>
    /// <param name="dt">Time between two points [s].</param>
    /// <returns>[B, T, S], in the state's units per second.</returns>
    /// <exception cref="ArgumentException">Path and actions do not fit each other or the equations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time step is not positive.</exception>
    public static Tensor Gaps(IPhysics physics, Tensor path, Tensor actions, double dt)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dt);
        Require(physics, path, actions);
        using var scope = NewDisposeScope();
        var steps = actions.shape[1];
        var (from, to) = (path.narrow(1, 0, steps), path.narrow(1, 1, steps));
        var (left, right) = Ends(physics, path, actions);
        var middle = physics.Derivative((from + to) / 2 + dt / 8 * (left - right), actions);
        return ((to - from) / dt - (left + 4 * middle + right) / 6).MoveToOuterDisposeScope();
    }

    // Without actions, the end of a step is the beginning of the next one and needs to be asked only once.
    private static (Tensor Left, Tensor Right) Ends(IPhysics physics, Tensor path, Tensor actions)
    {
        var steps = actions.shape[1];
        if (actions.shape[2] > 0)
        {
            return (physics.Derivative(path.narrow(1, 0, steps), actions), physics.Derivative(path.narrow(1, 1, steps), actions));
        }

        var rates = physics.Derivative(path, path.narrow(2, 0, 0));
        return (rates.narrow(1, 0, steps), rates.narrow(1, 1, steps));
    }

    private static void Require(IPhysics physics, Tensor path, Tensor actions)
    {
        long[] expected = path.dim() == 3 && path.shape[1] > 1 ? [path.shape[0], path.shape[1] - 1, physics.Action.Size] : [];
        if (expected.Length == 0 || path.shape[2] != physics.State.Size || !actions.shape.SequenceEqual(expected))
        {
            throw new ArgumentException(
                $"a path [B, T+1, {physics.State.Size}] of at least two points needs actions [B, T, {physics.Action.Size}]; these are [{string.Join(", ", path.shape)}] and [{string.Join(", ", actions.shape)}]", nameof(path));
        }
    }
}
