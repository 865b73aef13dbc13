namespace WorldModel.Tests.Planning;

/// <summary>A mass that is pushed: the textbook's double integrator, whose best plan is known (linear quadratic regulator).</summary>
internal sealed class PointMass(double dt = 0.1, Func<Tensor, Tensor>? push = null) : IDynamics
{
    public Space State { get; } = new(new("x", "m"), new("speed", "m/s"));

    public Space Action { get; } = new(new Channel("acceleration", "m/s²"));

    public double Dt => dt;

    public Tensor Step(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (x, speed) = (state.narrow(-1, 0, 1), state.narrow(-1, 1, 1));
        return cat([x + dt * speed, speed + dt * (push?.Invoke(action) ?? action)], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>Σ over steps of x² + 0.1·speed² after each step and 0.01·acceleration².</summary>
    internal static Tensor Cost(Trajectories imagined)
    {
        var after = imagined.States.narrow(1, 1, imagined.Steps);
        return after.select(2, 0).square().sum(dim: 1) + 0.1 * after.select(2, 1).square().sum(dim: 1) + 0.01 * imagined.Actions.square().sum([1, 2]);
    }

    /// <summary>The lowest cost that any plan has, by the Riccati recursion.</summary>
    internal double LowestCost(double x, double speed, int steps)
    {
        // P after the last step is the weight of the state itself; one more state weight a step on the way back.
        var (a, b, c) = (1.0, 0.0, 0.1);
        for (var step = steps; step > 1; step--)
        {
            (a, b, c) = Back(a, b, c);
            (a, c) = (a + 1, c + 0.1);
        }

        (a, b, c) = Back(a, b, c);
        return (a * x * x) + (2 * b * x * speed) + (c * speed * speed);
    }

    // P ← AᵀPA − AᵀPB(R + BᵀPB)⁻¹BᵀPA for A = [1 dt; 0 1], B = [0; dt].
    private (double A, double B, double C) Back(double a, double b, double c)
    {
        var (first, second) = (dt * b, dt * ((dt * b) + c)); // BᵀPA
        var gain = 0.01 + (dt * dt * c);
        return (
            a - (first * first / gain), b + (dt * a) - (first * second / gain), c + (2 * dt * b) + (dt * dt * a) - (second * second / gain));
    }
}
