using WorldModel.Data;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// Equations of motion from a learned mass matrix M(q) and potential V(q): those of the Lagrangian ½·vᵀMv − V, with the
/// actions as forces. M is the square of a triangular network, so it is always a mass. It needs positions and velocities,
/// no momenta (Lutter, Ritter, Peters, Deep Lagrangian networks, arXiv 1907.04490; Cranmer et al., Lagrangian neural
/// networks, arXiv 2003.04630). The first half of the channels are positions, the second half their velocities; angles
/// [rad] enter by cosine and sine. Action i is the force or torque on position i.
/// </summary>
public sealed class LagrangianNet : LearnedPhysics
{
    private const double LeastFactor = 0.05; // so that a mass never vanishes

    private readonly int half;
    private readonly CoordinateFeatures features;
    private readonly TanhNet mass;
    private readonly TanhNet potential;
    private readonly Tensor mean;
    private readonly Tensor deviation;
    private readonly Tensor unit;

    private LagrangianNet(Blueprint blueprint) : base(blueprint)
    {
        half = Halves();
        features = new(State.Channels.Take(half));
        (mass, potential) = (new(features.Size, Width, half * (half + 1) / 2), new(features.Size, Width, 1));
        (mean, deviation, unit) = (zeros(half), ones(half), ones([]));
        register_buffer(nameof(mean), mean);
        register_buffer(nameof(deviation), deviation);
        register_buffer(nameof(unit), unit);
        RegisterComponents();
        Keep();
    }

    /// <summary>An untrained network for runs like these; they also set the scale of its inputs and of its potential.</summary>
    /// <param name="train">Runs of positions and velocities; never those of the test.</param>
    /// <param name="width">Units of each of two hidden layers.</param>
    /// <param name="integrate">How it steps; <see cref="Integrators.Rk4"/> when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    /// <exception cref="ArgumentException">The channels are no positions with their velocities, there are more forces than positions, or the integrator is none of the library's.</exception>
    public static LagrangianNet For(Trajectories train, int width = 64, Integrator? integrate = null)
    {
        using var scope = NewDisposeScope();
        LagrangianNet model = new(Plan(nameof(LagrangianNet), train, width, integrate));
        var (inputs, rates) = (Scaler.Fit(train.States.narrow(-1, 0, model.half)), Scaler.OfChanges(train).Deviation / train.Dt);
        Fill((model.mean, inputs.Mean), (model.deviation, inputs.Deviation), (model.unit, rates.narrow(0, model.half, model.half).mean()));
        model.to(train.States.device).to(train.States.dtype);
        model.Keep();
        return model;
    }

    internal static LagrangianNet Make(Blueprint blueprint) => new(blueprint);

    /// <inheritdoc />
    public override Tensor Derivative(Tensor state, Tensor action)
    {
        using var scope = NewDisposeScope();
        var (positions, velocities) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        var accelerations = Law(positions).Accelerations(velocities, Forces(action, half));
        return cat([velocities, accelerations], dim: -1).MoveToOuterDisposeScope();
    }

    /// <summary>The learned mass matrix M [B, n, n] at states [B, S].</summary>
    public Tensor Mass(Tensor state)
    {
        using var scope = NewDisposeScope();
        var factor = Law(state.narrow(-1, 0, half)).Factor;
        return factor.matmul(factor.mT).MoveToOuterDisposeScope();
    }

    /// <summary>The learned energy ½·vᵀMv + V of states [B, S], as [B]; only its differences mean anything.</summary>
    public Tensor Energy(Tensor state)
    {
        using var scope = NewDisposeScope();
        var (positions, velocities) = (state.narrow(-1, 0, half), state.narrow(-1, half, half));
        var spread = Law(positions).Factor.mT.matmul(velocities.unsqueeze(-1));
        var height = potential.call(features.Of(positions, mean, deviation).Values).squeeze(-1);
        return (0.5 * spread.square().sum([-1, -2]) + unit * height).MoveToOuterDisposeScope();
    }

    private EulerLagrange Law(Tensor positions)
    {
        var (seen, directions) = features.Of(positions, mean, deviation);
        var (entries, changes) = mass.Along(seen, directions);
        var slope = unit * directions.matmul(potential.Slope(seen).unsqueeze(-1)).squeeze(-1);
        return new(Triangle(nn.functional.softplus(entries) + LeastFactor, entries), Triangle(entries.sigmoid().unsqueeze(1) * changes, changes), slope);
    }

    // A triangular matrix [..., n, n]: the first n entries of one tensor on its diagonal, the other entries of another below it.
    private Tensor Triangle(Tensor diagonal, Tensor below)
    {
        var (nothing, next) = (zeros_like(diagonal.select(-1, 0)), half);
        List<Tensor> cells = [];
        for (var row = 0; row < half; row++)
        {
            for (var column = 0; column < half; column++)
            {
                cells.Add(column == row ? diagonal.select(-1, row) : column < row ? below.select(-1, next++) : nothing);
            }
        }

        return stack(cells, dim: -1).reshape([.. diagonal.shape[..^1], half, half]);
    }
}
