namespace WorldModel.Learning;

/// <summary>What a calibration refuses.</summary>
internal static class CalibrationRules
{
    internal static void Validate(IReadOnlyList<Unknown> unknowns, Trajectories readings, Tensor? initial)
    {
        if (unknowns.Count == 0)
        {
            throw new ArgumentException("there is no unknown to calibrate", nameof(unknowns));
        }

        if (unknowns.CountBy(unknown => unknown.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
        {
            throw new ArgumentException($"the unknown '{twice}' comes twice", nameof(unknowns));
        }

        foreach (var unknown in unknowns)
        {
            unknown.Validate();
        }

        RequireReadings(readings, initial);
    }

    internal static void RequireAlike(IDynamics twin, Trajectories readings)
    {
        if (!twin.State.SameAs(readings.State) || !twin.Action.SameAs(readings.Action))
        {
            throw new ArgumentException($"the twin's state ({twin.State}) and action ({twin.Action}) are not those of the readings: ({readings.State}) and ({readings.Action})", nameof(twin));
        }

        if (Math.Abs(twin.Dt / readings.Dt - 1) > 1e-6)
        {
            throw new ArgumentException($"the twin steps every {twin.Dt:g6} s and readings come every {readings.Dt:g6} s: let it step as often, or wrap it in Strided", nameof(twin));
        }
    }

    private static void RequireReadings(Trajectories readings, Tensor? initial)
    {
        using var scope = NewDisposeScope();
        if (readings.Runs == 0 || readings.Steps == 0)
        {
            throw new ArgumentException($"{readings.Runs} runs of {readings.Steps} steps are no data", nameof(readings));
        }

        if (!readings.States.isfinite().any().item<bool>())
        {
            throw new ArgumentException("every reading is NaN: the sensor lost them all", nameof(readings));
        }

        if (!readings.Actions.isfinite().all().item<bool>())
        {
            throw new ArgumentException("an action is NaN or infinite, and a twin has to know what was done", nameof(readings));
        }

        if (initial is not null && (!initial.shape.SequenceEqual([readings.Runs, readings.State.Size]) || !initial.isfinite().all().item<bool>()))
        {
            throw new ArgumentException($"initial states must be finite numbers [{readings.Runs}, {readings.State.Size}]; they are [{string.Join(", ", initial.shape)}]", nameof(initial));
        }
    }
}
