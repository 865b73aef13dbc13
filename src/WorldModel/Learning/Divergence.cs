using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>Where numbers first stopped being finite.</summary>
internal static class Divergence
{
    /// <param name="windows">Those that the loss was asked about, or that its batch is of.</param>
    /// <param name="parameters">As they were then, by name.</param>
    internal static string Origin(Windows windows, IEnumerable<(string Name, Tensor Value)> parameters)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return In(windows) ?? In([.. parameters]) ?? "all windows and parameters are finite, so the loss itself grew beyond the largest number or divided by 0";
    }

    private static string? In(Windows windows) =>
        First(windows.States) is [var window, var step, var channel]
            ? $"window {window} holds {Value(windows.States, window, step, channel)} in channel {channel} of {(step == 0 ? "the state it starts from" : $"the target of step {step}")}"
            : First(windows.Actions) is [var row, var time, var action]
                ? $"window {row} holds {Value(windows.Actions, row, time, action)} in channel {action} of the action of step {time + 1}"
                : null;

    private static string? In(IReadOnlyList<(string Name, Tensor Value)> parameters)
    {
        var broken = parameters.Where(parameter => !parameter.Value.isfinite().all().item<bool>()).Select(parameter => $"'{parameter.Name}' [{string.Join(", ", parameter.Value.shape)}]").ToList();
        return broken.Count == 0 ? null
            : $"the windows are finite, and parameter {broken[0]} is not{(broken.Count == 1 ? "" : $", as are {broken.Count - 1} more")}, so the update before broke it: the gradient was too steep or no number";
    }

    private static long[]? First(Tensor values)
    {
        var broken = values.isfinite().logical_not().nonzero();
        return broken.shape[0] == 0 ? null : broken[0].data<long>().ToArray();
    }

    private static double Value(Tensor values, params long[] at) => values[at[0], at[1], at[2]].to(ScalarType.Float64).item<double>();
}
