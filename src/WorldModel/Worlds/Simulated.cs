using WorldModel.Native;

namespace WorldModel.Worlds;

/// <summary>A simulated world: equations of motion, stepped. Gradients flow through every step.</summary>
public sealed class Simulated : IDynamics
{
    private readonly IPhysics physics;
    private readonly Integrator integrate;

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
        var after = integrate(physics, state, action, Dt);
        return (physics is IImpact impact ? impact.Resolve(state, after, Dt) : after).MoveToOuterDisposeScope();
    }
}
