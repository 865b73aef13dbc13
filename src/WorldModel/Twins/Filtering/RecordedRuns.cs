namespace WorldModel.Twins;

/// <summary>Recorded readings and actions as numbers, by time and run.</summary>
internal sealed record RecordedRuns(Trajectories Source, double[][][] Readings, double[][][] Actions)
{
    /// <exception cref="ArgumentException">Channels or time step do not fit the filter, a reading is infinite or an action is not finite.</exception>
    internal static RecordedRuns Of(Trajectories runs, KalmanModel model)
    {
        RequireStep(runs.Dt, model.Engine.Dt);
        if (!runs.Action.SameAs(model.Engine.Action))
        {
            throw new ArgumentException($"the engine takes the actions ({model.Engine.Action}), but the readings come with ({runs.Action})", nameof(runs));
        }

        using var scope = NewDisposeScope();
        var columns = tensor(model.Sensor.Readings.Channels.Select(channel => Column(runs.State, channel)).ToArray(), device: runs.States.device);
        var readings = RunTensor.Rows(runs.States.index_select(2, columns));
        foreach (var reading in readings.SelectMany(row => row))
        {
            KalmanRules.RequireSize(reading, model.Sensor.Readings, "a reading", mayMiss: true);
        }

        return new(runs, readings, ActionRows(runs.Actions, runs.Action, runs.Runs));
    }

    /// <summary>Actions [B, T, A] by time and run.</summary>
    internal static double[][][] ActionRows(Tensor actions, Space channels, int runs)
    {
        if (actions.dim() != 3 || actions.shape[0] != runs || actions.shape[2] != channels.Size)
        {
            throw new ArgumentException($"actions for {runs} runs must be [{runs}, T, {channels.Size}], not [{string.Join(", ", actions.shape)}]", nameof(actions));
        }

        var rows = RunTensor.Rows(actions);
        foreach (var action in rows.SelectMany(row => row))
        {
            KalmanRules.RequireSize(action, channels, "an action");
        }

        return rows;
    }

    private static void RequireStep(double read, double stepped)
    {
        if (!(Math.Abs(read - stepped) <= 1e-6 * stepped))
        {
            throw new ArgumentException(
                $"the readings come every {read:g6} s and the engine steps {stepped:g6} s: "
                + (read > stepped ? $"give the filter new Strided(engine, {Math.Round(read / stepped)})" : "give the filter an engine with the readings' step"));
        }
    }

    private static long Column(Space state, Channel channel)
    {
        var column = state.IndexOf(channel.Name);
        return state.Channels[column].Unit == channel.Unit
            ? column
            : throw new ArgumentException($"the filter reads {channel.Label}, but the readings are of {state.Channels[column].Label}");
    }
}
