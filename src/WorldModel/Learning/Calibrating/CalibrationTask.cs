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
    /// Derivatives [M, B, Q, T+1, S] of the twin's states by values [M, P] and own initial states [M, B, S], and the
    /// residuals [M, B, T+1, S] there. All steps of all runs are differentiated at once, as if each were alone; the chain
    /// rule then carries the changes along the runs.
    /// </summary>
    internal (Tensor Slopes, Tensor Residuals) Slopes(Tensor values, Tensor initial)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (size, steps, runs) = (initial.shape[2], actions.shape[1], values.shape[0] * initial.shape[1]);
        var rows = values.unsqueeze(1).expand(values.shape[0], initial.shape[1], Unknowns).reshape(runs, Unknowns);
        var held = actions.repeat(values.shape[0], 1, 1);
        var states = Run(rows, initial.flatten(0, 1), held);
        var (byValues, byState) = StepSlopes(rows.repeat_interleave(steps, 0), states.narrow(1, 0, steps).flatten(0, 1), held.flatten(0, 1));

        var own = eye(size, dtype: ScalarType.Float64).narrow(1, 0, Directions - Unknowns);
        var gained = cat([byValues, zeros([runs * steps, size, own.shape[1]], ScalarType.Float64)], -1).reshape(runs, steps, size, Directions);
        byState = byState.reshape(runs, steps, size, size);
        List<Tensor> slopes = [cat([zeros([size, Unknowns], ScalarType.Float64), own], -1).expand(runs, size, Directions)];
        for (var step = 0; step < steps; step++)
        {
            slopes.Add(byState.select(1, step).matmul(slopes[^1]) + gained.select(1, step));
        }

        var all = stack(slopes, 1).reshape(values.shape[0], initial.shape[1], steps + 1, size, Directions).permute(0, 1, 4, 2, 3);
        var residuals = (states.reshape([values.shape[0], .. Targets.shape]) - Targets) * Read;
        return ((all * Read.unsqueeze(1)).MoveToOuterDisposeScope(), residuals.MoveToOuterDisposeScope());
    }

    // Derivatives [N, S, P] and [N, S, S] of next states by values [N, P] and states [N, S]: one pass backwards, because
    // every channel has its own copy of the step.
    private (Tensor ByValues, Tensor ByState) StepSlopes(Tensor values, Tensor states, Tensor held)
    {
        using var gradient = enable_grad();
        var size = (int)states.shape[1];
        var (rows, from) = (values.repeat_interleave(size, 0).requires_grad_(), states.repeat_interleave(size, 0).requires_grad_());
        var next = twin(new(unknowns, rows)).Step(from, held.repeat_interleave(size, 0));
        var own = next.reshape(-1, size, size).diagonal(0, 1, 2).sum() + 0 * (rows.sum() + from.sum()); // 0 for what has no influence
        var slopes = autograd.grad([own], [rows, from]);
        return (slopes[0].reshape(-1, size, Unknowns), slopes[1].reshape(-1, size, size));
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
