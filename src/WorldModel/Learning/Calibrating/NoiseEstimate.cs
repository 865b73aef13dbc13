namespace WorldModel.Learning;

/// <summary>The noise of the readings, from what the best run leaves unexplained.</summary>
/// <param name="Deviation">Standard deviation of each channel [S].</param>
/// <param name="Counts">Readings of each channel [S] that depend on what was sought.</param>
/// <param name="Freedom">Those less the numbers that were fitted to them.</param>
internal sealed record NoiseEstimate(Tensor Deviation, Tensor Counts, double Freedom)
{
    private const double Least = 1e-7; // of a channel's spread: data without noise must not divide by it

    /// <summary>Readings that depend on what was sought.</summary>
    internal int Readings => (int)Counts.sum().item<double>();

    /// <summary>The estimate at one point [1, …]; a channel that depends on nothing keeps the deviation it had.</summary>
    internal static NoiseEstimate At(CalibrationTask task, SmoothBounds bounds, SearchPoints point, Tensor noise)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var values = bounds.Values(point.Free);
        var (slopes, all) = task.Slopes(values, point.Initial);
        var unit = cat([bounds.Range, task.Spread()]).narrow(0, 0, task.Directions).reshape(1, 1, -1, 1);
        var (scaled, residuals) = ((slopes / noise).flatten(3) * unit, all[0]);
        ArrowSystem system = new(scaled, residuals.flatten(1).unsqueeze(0), task.Unknowns);

        // The leverage of a reading is the share of it that the fit uses up.
        var leverage = (scaled * system.Covariance().matmul(scaled)).sum(2).reshape(task.Read.shape);
        var counts = (scaled.abs().amax([2]) > 1e-9).reshape(task.Read.shape).to(ScalarType.Float64) * task.Read;
        var (readings, free) = (counts.sum([0, 1]), (counts * (1 - leverage)).sum([0, 1]));
        var found = ((residuals.square() * counts).sum([0, 1]) / free.clamp_min(1e-9)).sqrt();
        var deviation = where(free > 0.5, found.maximum(Least * task.Spread()), noise);
        return new(deviation.MoveToOuterDisposeScope(), readings.MoveToOuterDisposeScope(), free.sum().item<double>());
    }
}
