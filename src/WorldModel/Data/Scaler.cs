namespace WorldModel.Data;

/// <summary>Brings channels of different units to mean 0 and standard deviation 1.</summary>
/// <param name="Mean">Mean of each channel [S], in its unit.</param>
/// <param name="Deviation">Standard deviation of each channel [S], in its unit; 1 for a channel that never changes.</param>
public sealed record Scaler(Tensor Mean, Tensor Deviation)
{
    /// <summary>Statistics over all but the last dimension of values [..., S]; rows with NaN or infinity are left out.</summary>
    /// <exception cref="ArgumentException">No row is finite.</exception>
    public static Scaler Fit(Tensor values)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var rows = values.reshape(-1, values.shape[^1]).to(ScalarType.Float64);
        var whole = rows.index_select(0, rows.isfinite().all(1).nonzero().squeeze(-1));
        if (whole.shape[0] == 0)
        {
            throw new ArgumentException("a scaler needs at least one row of finite numbers", nameof(values));
        }

        var deviation = whole.std(0, unbiased: false);
        var still = deviation <= 1e-7 * whole.abs().mean([0]);
        return new(
            whole.mean([0]).to(values.dtype).MoveToOuterDisposeScope(),
            deviation.masked_fill(still, 1).to(values.dtype).MoveToOuterDisposeScope());
    }

    /// <summary>Statistics of how much runs change from one state to the next: what counts as a small error of one step.</summary>
    /// <exception cref="ArgumentException">No two readings in a row are finite.</exception>
    public static Scaler OfChanges(Trajectories runs)
    {
        using var scope = NewDisposeScope();
        var changes = Fit(runs.States.narrow(1, 1, runs.Steps) - runs.States.narrow(1, 0, runs.Steps));
        return new(changes.Mean.MoveToOuterDisposeScope(), changes.Deviation.MoveToOuterDisposeScope());
    }

    /// <summary>Values [..., S] in standard deviations from the mean.</summary>
    public Tensor Scale(Tensor values)
    {
        using var scope = NewDisposeScope();
        return ((values - Mean) / Deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Undoes <see cref="Scale"/>.</summary>
    public Tensor Unscale(Tensor scaled)
    {
        using var scope = NewDisposeScope();
        return (scaled * Deviation + Mean).MoveToOuterDisposeScope();
    }
}
