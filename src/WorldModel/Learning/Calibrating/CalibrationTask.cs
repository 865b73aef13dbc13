namespace WorldModel.Learning;

/// <summary>Readings, and a twin whose runs are to go through them.</summary>
internal sealed class CalibrationTask
{
    private readonly IReadOnlyList<Unknown> unknowns;
    private readonly Trajectories readings;
    private readonly Func<Trial, IDynamics> twin;
    private readonly Tensor actions; // [B, T, A]

    internal CalibrationTask(IReadOnlyList<Unknown> unknowns, Trajectories readings, Func<Trial, IDynamics> twin, Tensor? initial)
    {
        (this.unknowns, this.readings, this.twin) = (unknowns, readings, twin);
        actions = readings.Actions.detach().to(ScalarType.Float64);
        var states = readings.States.detach().to(ScalarType.Float64);
        Read = states.isfinite().to(ScalarType.Float64);
        Targets = states.nan_to_num(0, 0, 0);
        First = initial is null ? FirstReadings(states) : initial.detach().to(ScalarType.Float64);
        Unknowns = unknowns.Count;
        Directions = Unknowns + (initial is null ? readings.State.Size : 0);
    }

    /// <summary>Number P of unknowns.</summary>
    internal int Unknowns { get; }

    /// <summary>Numbers Q that a single run depends on: the unknowns and, where nobody told it, its initial state.</summary>
    internal int Directions { get; }

    /// <summary>Whether initial states are sought too.</summary>
    internal bool SeeksInitial => Directions > Unknowns;

    /// <summary>1 where there is a reading and 0 where there is none [B, T+1, S].</summary>
    internal Tensor Read { get; }

    /// <summary>Readings, 0 where there are none [B, T+1, S].</summary>
    internal Tensor Targets { get; }

    /// <summary>Initial states to begin with [B, S].</summary>
    internal Tensor First { get; }

    /// <summary>Usual distance of a channel's readings from their mean [S]; 1 where there is no distance.</summary>
    internal Tensor Spread()
    {
        using var scope = NewDisposeScope();
        var count = Read.sum([0, 1]).clamp_min(1);
        var mean = Targets.sum([0, 1]) / count;
        var deviation = (((Targets - mean) * Read).square().sum([0, 1]) / count).sqrt();
        return where(deviation > 1e-12 * mean.abs(), deviation, ones_like(deviation)).MoveToOuterDisposeScope();
    }

    /// <summary>What the twin leaves unexplained [M, B, T+1, S], with values [M, P] and initial states [M, B, S]; 0 where there is no reading.</summary>
    internal Tensor Residuals(Tensor values, Tensor initial)
    {
        using var scope = NewDisposeScope();
        var (sets, runs) = (values.shape[0], Targets.shape[0]);
        var rows = values.unsqueeze(1).expand(sets, runs, Unknowns).reshape(sets * runs, Unknowns);
        var states = Run(rows, initial.flatten(0, 1), actions.repeat(sets, 1, 1));
        return ((states.reshape([sets, .. Targets.shape]) - Targets) * Read).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Derivatives [M, B, Q, T+1, S] of the twin's states by values [M, P] and own initial states [M, B, S]. Reverse mode
    /// gives products with the transposed Jacobian; differentiated once more by what they were multiplied with they give
    /// its columns, all at once, because every direction has its own copy of the run.
    /// </summary>
    internal Tensor Slopes(Tensor values, Tensor initial)
    {
        using var gradient = enable_grad();
        using var scope = NewDisposeScope();
        var (sets, runs, copies) = (values.shape[0], Targets.shape[0], values.shape[0] * Targets.shape[0] * Directions);
        var rows = values.detach().reshape(sets, 1, 1, Unknowns).expand(sets, runs, Directions, Unknowns).reshape(copies, Unknowns).clone().requires_grad_();
        var first = initial.detach().unsqueeze(2).expand(sets, runs, Directions, initial.shape[2]).reshape(copies, initial.shape[2]).clone().requires_grad_();
        var states = Run(rows, first, actions.repeat_interleave(Directions, 0).repeat(sets, 1, 1));

        // What has no influence has the derivative 0 instead of none.
        states = states + 0 * (rows.sum(1) + first.sum(1)).reshape(-1, 1, 1);
        var pull = zeros_like(states).requires_grad_();
        var pulled = autograd.grad([states], [rows, first], [pull], create_graph: true);
        var own = cat([pulled[0], pulled[1]], 1).narrow(1, 0, Directions).reshape(-1, Directions, Directions).diagonal(0, 1, 2).sum();
        var slopes = autograd.grad([own], [pull])[0].reshape(sets, runs, Directions, Targets.shape[1], Targets.shape[2]);
        return (slopes * Read.unsqueeze(1)).detach().MoveToOuterDisposeScope();
    }

    private Tensor Run(Tensor rows, Tensor first, Tensor held)
    {
        var dynamics = twin(new(unknowns, rows));
        CalibrationRules.RequireAlike(dynamics, readings);
        return dynamics.Run(first, held).States;
    }

    // A run begins at its first reading of each channel; at 0 where a channel is never read.
    private static Tensor FirstReadings(Tensor states)
    {
        var found = states.isfinite().to(ScalarType.Int64).argmax(1, keepdim: true);
        return states.gather(1, found).squeeze(1).nan_to_num(0, 0, 0);
    }
}
