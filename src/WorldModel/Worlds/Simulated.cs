using WorldModel.Kernels;
using WorldModel.Native;

namespace WorldModel.Worlds;

/// <summary>
/// A simulated world: equations of motion, stepped. Gradients flow through every step. Where none is asked, all steps of
/// all runs are taken at once on the processor's vectors, many times faster: by default, for 32-bit floats on the CPU, the
/// methods of <see cref="Integrators"/>, and worlds that offer it (<see cref="IFastPhysics"/>), as the library's do.
/// Everything else is stepped by TorchSharp, with the same results within rounding.
/// </summary>
public sealed class Simulated : IFastRollout
{
    private readonly IPhysics physics;
    private readonly Integrator integrate;
    private readonly LaneMethod? method;

    /// <summary>A world that follows the given equations.</summary>
    /// <param name="physics">Equations of motion; sudden events too where it is an <see cref="IImpact"/>.</param>
    /// <param name="dt">Length of one step [s].</param>
    /// <param name="integrate">How to step; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a positive number.</exception>
    public Simulated(IPhysics physics, double dt, Integrator? integrate = null)
    {
        TorchLibrary.EnsureLoaded();
        if (!double.IsFinite(dt) || dt <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(dt), dt, "a step must be longer than 0 s");
        }

        this.physics = physics;
        this.integrate = integrate ?? Integrators.Rk4;
        method = LaneMethods.Of(this.integrate, physics.State);
        Dt = dt;
    }

    /// <inheritdoc />
    public Space State => physics.State;

    /// <inheritdoc />
    public Space Action => physics.Action;

    /// <inheritdoc />
    public double Dt { get; }

    /// <inheritdoc />
    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        if (action.dim() == 2 && TryRun(state, action.unsqueeze(1), stride: 1, keepsInitial: false) is { } fast)
        {
            return fast.squeeze(1).MoveToOuterDisposeScope();
        }

        var after = integrate(physics, state, action, Dt);
        return (physics is IImpact impact ? impact.Resolve(state, after, Dt) : after).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor? TryRun(Tensor initial, Tensor actions, int stride) => TryRun(initial, actions, stride, keepsInitial: true);

    private Tensor? TryRun(Tensor initial, Tensor actions, int stride, bool keepsInitial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        return method is { } known && physics is IFastPhysics fast && initial.dim() == 2 && initial.shape[1] == State.Size
            ? fast.Law.TryRun(new(known, Dt, stride, keepsInitial), initial, actions)
            : null;
    }
}
