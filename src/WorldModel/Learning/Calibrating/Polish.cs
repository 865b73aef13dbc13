namespace WorldModel.Learning;

/// <summary>Gauss-Newton steps, damped where they would overshoot, from all starts at once.</summary>
internal sealed class Polish(CalibrationTask task, SmoothBounds bounds)
{
    private const int MostSteps = 30;

    // Every step tries all of them, so nothing has to be remembered of the last one.
    private static readonly double[] Dampings = [0, 1e-3, 0.1, 10, 1e3];

    /// <summary>Sum of squared residuals [M] in units of the noise; infinite where a run is no number.</summary>
    internal Tensor Costs(SearchPoints points, Tensor noise)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var costs = (task.Residuals(bounds.Values(points.Free), points.Initial) / noise).square().flatten(1).sum(1);
        return costs.nan_to_num(double.PositiveInfinity, double.PositiveInfinity).MoveToOuterDisposeScope();
    }

    /// <summary>Where the searches end.</summary>
    internal SearchPoints Run(SearchPoints points, Tensor noise)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            using var scope = NewDisposeScope();
            var (next, gained) = Step(points, noise);
            points = new(next.Free.MoveToOuterDisposeScope(), next.Initial.MoveToOuterDisposeScope());
            if (!gained)
            {
                break;
            }
        }

        return points;
    }

    /// <summary>The normal equations at these points, with the unknowns in the units given [M, P].</summary>
    internal ArrowSystem System(SearchPoints points, Tensor noise, Tensor unit)
    {
        var values = bounds.Values(points.Free);
        var (slopes, residuals) = task.Slopes(values, points.Initial);
        var units = cat([unit, ones([unit.shape[0], task.Directions - task.Unknowns], ScalarType.Float64)], 1).unsqueeze(1).unsqueeze(-1);
        return new(((slopes / noise).flatten(3) * units).nan_to_num(0, 0, 0), (residuals / noise).flatten(2).nan_to_num(0, 0, 0), task.Unknowns);
    }

    private (SearchPoints Points, bool Gained) Step(SearchPoints points, Tensor noise)
    {
        using var noGradient = no_grad();
        var system = System(points, noise, bounds.Slope(points.Free));
        SearchPoints[] tried = [points, .. Dampings.Select(damping => Moved(points, system.Step(damping)))];
        SearchPoints all = new(cat([.. tried.Select(one => one.Free)]), cat([.. tried.Select(one => one.Initial)]));
        var costs = Costs(all, noise).reshape(tried.Length, -1);
        var (lowest, which) = costs.min(0);
        var rows = which * points.Free.shape[0] + arange(points.Free.shape[0]);
        return (all.Pick(rows), Gains(costs[0], lowest));
    }

    private SearchPoints Moved(SearchPoints points, (Tensor Free, Tensor Initial) step) =>
        new(SmoothBounds.Move(points.Free, step.Free), task.SeeksInitial ? points.Initial + step.Initial : points.Initial);

    // The best search goes on to the end, the others while they still make way.
    private bool Gains(Tensor before, Tensor after)
    {
        var nothing = 1e-12 * (double)task.Targets.numel();
        var gain = (before - after) / (before + nothing);
        var best = after.argmin();
        return gain[best].item<double>() > 1e-6 || gain.nan_to_num(0).max().item<double>() > 1e-2;
    }
}
