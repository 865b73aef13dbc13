using Microsoft.Data.Analysis;
using WorldModel.Display;

namespace WorldModel.Data;

/// <summary>Runs as a table and back: one row a state, with run, time and a column a channel.</summary>
public static class Frames
{
    private const string Run = "run";
    private const string Time = "time [s]";

    /// <summary>
    /// Columns <c>run</c>, <c>time [s]</c>, the state's and the action's channels with their units. The last row of a
    /// run has no action, and a lost reading no state: those cells are empty. No gradient is kept.
    /// </summary>
    public static DataFrame ToFrame(this Trajectories runs)
    {
        var (steps, rows) = (runs.Steps + 1, runs.Runs * (runs.Steps + 1));
        DataFrame frame = new(
            new DoubleDataFrameColumn(Run, Enumerable.Range(0, rows).Select(row => (double)(row / steps))),
            new DoubleDataFrameColumn(Time, Enumerable.Range(0, rows).Select(row => row % steps * runs.Dt)));
        using var scope = NewDisposeScope();
        var padded = nn.functional.pad(runs.Actions, [0, 0, 0, 1], value: double.NaN);
        Append(frame, runs.State, runs.States);
        Append(frame, runs.Action, padded);
        return frame;
    }

    /// <summary>Runs (float32) from a table with the columns that <see cref="ToFrame"/> makes; others are ignored.</summary>
    /// <param name="frame">The table, sorted by run and time.</param>
    /// <param name="state">Channels of the state, found by their labels.</param>
    /// <param name="action">Channels of the action.</param>
    /// <exception cref="CsvException">
    /// A column is missing or not numeric, runs differ in length, have fewer than two rows, or time does not rise evenly; the message names the row.
    /// </exception>
    public static Trajectories ToTrajectories(this DataFrame frame, Space state, Space action)
    {
        var times = FrameRules.Numbers(frame, Time);
        var (length, dt) = FrameRules.Shape(FrameRules.Numbers(frame, Run), times);
        using var scope = NewDisposeScope();
        var states = Values(frame, state, length);
        var actions = Values(frame, action, length).narrow(1, 0, length - 1);
        return new(state, action, states.MoveToOuterDisposeScope(), actions.contiguous().MoveToOuterDisposeScope(), dt);
    }

    /// <summary>The table as a notebook shows it. (DataFrame has a ToTable of its own, which no host shows.)</summary>
    public static Table AsTable(this DataFrame frame) => new(
        [.. frame.Columns.Select(column => column.Name)],
        [.. frame.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(value => FormattableString.Invariant($"{value:g6}"))])]);

    private static void Append(DataFrame frame, Space space, Tensor values)
    {
        for (var channel = 0; channel < space.Size; channel++)
        {
            var column = values.detach().select(-1, channel).to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
            frame.Columns.Add(new DoubleDataFrameColumn(space.Channels[channel].Label, column.Select(value => double.IsNaN(value) ? (double?)null : value)));
        }
    }

    private static Tensor Values(DataFrame frame, Space space, int length)
    {
        var columns = space.Channels.Select(channel => tensor(FrameRules.Numbers(frame, channel.Label), ScalarType.Float32).reshape(-1, length)).ToList();
        return columns.Count > 0 ? stack(columns, dim: -1) : zeros([frame.Rows.Count / length, length, 0]);
    }
}
