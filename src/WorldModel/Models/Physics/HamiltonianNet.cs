using System.Globalization;
using WorldModel.Data;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// Equations of motion from a learned energy: dq/dt = ∂H/∂p, dp/dt = −∂H/∂q + force, with H(q, p) a network. Whatever it
/// has learnt, it keeps its H along a motion without force (Greydanus, Dzamba, Yosinski, Hamiltonian neural networks, arXiv
/// 1906.01563). The first half of the channels are positions, the second half their momenta (velocities serve where all
/// masses are equal). Action i is the force on position i.
/// </summary>
public sealed class HamiltonianNet : LearnedPhysics
{
    private readonly int half;
    private readonly TanhNet? whole;
    private readonly TanhNet? potential;
    private readonly TanhNet? kinetic;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor unit;

    private HamiltonianNet(Blueprint blueprint) : base(blueprint)
    {
        half = Halves();
        IsSeparable = bool.Parse(blueprint.Options["separable"]);
        whole = IsSeparable ? null : new(2 * half, Width, 1);
        (potential, kinetic) = IsSeparable ? (new TanhNet(half, Width, 1), new TanhNet(half, Width, 1)) : (null, null);
        (mean, deviation, unit) = (zeros(2 * half), ones(2 * half), ones([]));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(unit), unit);
        RegisterComponents();
        Keep();
    }

    /// <summary>Whether H = T(p) + V(q), for which <see cref="Integrators.Leapfrog"/> is symplectic.</summary>
    public bool IsSeparable { get; }

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and of its energy.</summary>
    /// <param name="train">Runs of positions and momenta; never those of the test.</param>
    /// <param name="width">Units of each of two hidden layers.</param>
    /// <param name="isSeparable">Whether H is the sum of a kinetic part of the momenta and a potential part of the positions.</param>
    /// <param name="integrate">How it steps; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    /// <exception cref="ArgumentException">The channels are no positions with their momenta, there are more forces than positions, or the integrator is none of the library's.</exception>
    public static HamiltonianNet For(Trajectories train, int width = 64, bool isSeparable = false, Integrator? integrate = null)
    {
        using var scope = NewDisposeScope();
        HamiltonianNet model = new(Plan(nameof(HamiltonianNet), train, width, integrate, ("separable", isSeparable.ToString(CultureInfo.InvariantCulture))));
        var (inputs, rates) = (Scaler.Fit(train.States), Scaler.OfChanges(train).Deviation / train.Dt);

        // A unit of energy for which slopes of size 1 give rates as large as those of the runs.
        var energies = rates * inputs.Deviation.roll(model.half, 0);
        Fill((model.mean, inputs.Mean), (model.deviation, inputs.Deviation), (model.unit, energies.log().mean().exp()));
        model.to(train.States.device).to(train.States.dtype);
        model.Keep();
        return model;
    }

    /// <summary>An untrained network that takes states as they are, for channels of about size 1.</summary>
    /// <param name="like">Runs whose channels and step it gets.</param>
    /// <param name="width">Units of each of two hidden layers.</param>
    /// <param name="isSeparable">Whether H is the sum of a kinetic and a potential part.</param>
    /// <param name="integrate">How it steps; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    public static HamiltonianNet Unscaled(Trajectories like, int width = 64, bool isSeparable = false, Integrator? integrate = null)
    {
        HamiltonianNet model = new(Plan(nameof(HamiltonianNet), like, width, integrate, ("separable", isSeparable.ToString(CultureInfo.InvariantCulture))));
        model.to(like.States.device).to(like.States.dtype);
        model.Keep();
        return model;
    }

    internal static HamiltonianNet Make(Blueprint blueprint) => new(blueprint);

    /// <inheritdoc />
    public override Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var scaled = (state - mean) / deviation;
        var slope = unit / deviation * (whole?.Slope(scaled)
            ?? cat([potential!.Slope(scaled.narrow(-1, 0, half)), kinetic!.Slope(scaled.narrow(-1, half, half))], dim: -1));
        var force = -slope.narrow(-1, 0, half);
        return cat([slope.narrow(-1, half, half), Forces(action, half) is { } push ? force + push : force], dim: -1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public override Tensor Step(Tensor state, Tensor action) =>
        IsSeparable && Integrate == new Integrator(Integrators.Leapfrog) ? Leap(state, action) : base.Step(state, action);

    /// <summary>The learned energy H of states [..., S], as [...]; only its differences mean anything.</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        var scaled = (state - mean) / deviation;
        var energy = whole?.call(scaled) ?? potential!.call(scaled.narrow(-1, 0, half)) + kinetic!.call(scaled.narrow(-1, half, half));
        return (unit * energy.squeeze(-1)).MoveToOuterDisposeScope();
    }

    // Integrators.Leapfrog with only those slopes that it uses.
    private Tensor Leap(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (position, momentum) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        var middle = momentum + Dt / 2 * Pull(position, action);
        var moved = position + Dt * Part(kinetic!, middle, half);
        return cat([moved, middle + Dt / 2 * Pull(moved, action)], dim: -1).MoveToOuterDisposeScope();
    }

    private Tensor Pull(Tensor position, Tensor action) =>
        Forces(action, half) is { } push ? push - Part(potential!, position, 0) : -Part(potential!, position, 0);

    private Tensor Part(TanhNet net, Tensor values, int start)
    {
        var (middle, scale) = (mean.narrow(0, start, half), deviation.narrow(0, start, half));
        return unit / scale * net.Slope((values - middle) / scale);
    }
}
