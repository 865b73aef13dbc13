namespace WorldModel.Worlds;

/// <summary>Ways to step equations of motion. The action is held during the step.</summary>
public static class Integrators
{
    /// <summary>Explicit Euler, first order: the one that spirals outwards, kept for comparison.</summary>
    public static Tensor Euler(IPhysics physics, Tensor state, Tensor action, double dt)
    {
        using var scope = NewDisposeScope();
        return (state + dt * physics.Derivative(state, action)).MoveToOuterDisposeScope();
    }

    /// <summary>Classical Runge-Kutta, fourth order (Hairer, Nørsett, Wanner, Solving ODEs I, II.1).</summary>
    public static Tensor Rk4(IPhysics physics, Tensor state, Tensor action, double dt)
    {
        using var scope = NewDisposeScope();
        var k1 = physics.Derivative(state, action);
        var k2 = physics.Derivative(state + dt / 2 * k1, action);
        var k3 = physics.Derivative(state + dt / 2 * k2, action);
        var k4 = physics.Derivative(state + dt * k3, action);
        return (state + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Semi-implicit Euler, first order and symplectic for separable energies: first the velocities, then the
    /// positions with the new velocities (Hairer, Lubich, Wanner, Geometric Numerical Integration, I.1).
    /// The first half of the channels are positions, the second half their velocities.
    /// </summary>
    /// <exception cref="ArgumentException">The state has an odd number of channels.</exception>
    public static Tensor SymplecticEuler(IPhysics physics, Tensor state, Tensor action, double dt)
    {
        using var scope = NewDisposeScope();
        var half = Half(physics, nameof(SymplecticEuler));
        var (position, velocity) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        var faster = velocity + dt * physics.Derivative(state, action).narrow(-1, half, half);
        var halfway = cat([position, faster], dim: -1);
        return cat([position + dt * physics.Derivative(halfway, action).narrow(-1, 0, half), faster], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Leapfrog, also called Störmer-Verlet: half a step of the velocities, a step of the positions, the other half of the
    /// velocities. Second order, symplectic for separable energies, and it runs backwards along the way it came (Hairer,
    /// Lubich, Wanner, Geometric Numerical Integration, I.1). The first half of the channels are positions, the second half
    /// their velocities or momenta.
    /// </summary>
    /// <exception cref="ArgumentException">The state has an odd number of channels.</exception>
    public static Tensor Leapfrog(IPhysics physics, Tensor state, Tensor action, double dt)
    {
        using var scope = NewDisposeScope();
        var half = Half(physics, nameof(Leapfrog));
        Tensor Rate(Tensor position, Tensor velocity, int start) =>
            physics.Derivative(cat([position, velocity], dim: -1), action).narrow(-1, start, half);

        var (position, velocity) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        var middle = velocity + dt / 2 * Rate(position, velocity, half);
        var moved = position + dt * Rate(position, middle, 0);
        return cat([moved, middle + dt / 2 * Rate(moved, middle, half)], dim: -1).MoveToOuterDisposeScope();
    }

    private static int Half(IPhysics physics, string method) => physics.State.Size % 2 == 0
        ? physics.State.Size / 2
        : throw new ArgumentException($"{method} needs as many velocities as positions, and the state is {physics.State}", nameof(physics));
}
