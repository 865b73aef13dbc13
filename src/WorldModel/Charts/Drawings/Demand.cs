namespace WorldModel.Charts;

/// <summary>What a chart needs of its input; a chart that shows nothing is worse than an error.</summary>
internal static class Demand
{
    internal static void Some<T>(IReadOnlyCollection<T> series, string parameter)
    {
        if (series.Count == 0)
        {
            throw new ArgumentException("a chart needs at least one series, and there is none", parameter);
        }
    }

    internal static void Finite(string name, double[] values, string parameter)
    {
        if (!values.Any(double.IsFinite))
        {
            throw new ArgumentException(
                values.Length == 0 ? $"the series '{name}' has no values" : $"none of the {values.Length} values of the series '{name}' is a finite number", parameter);
        }
    }

    internal static void SameLength(string name, double[] x, double[] y, string parameter)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"the series '{name}' has {x.Length} x values and {y.Length} y values; it needs as many of both", parameter);
        }
    }

    /// <summary>The channel of all these runs; they must have that run, and the channel in the same unit.</summary>
    internal static Channel Shared(string channel, int run, (string Name, Trajectories Runs)[] series)
    {
        Some(series, nameof(series));
        foreach (var (name, runs) in series)
        {
            if (run < 0 || run >= runs.Runs)
            {
                throw new ArgumentOutOfRangeException(nameof(run), run, $"the series '{name}' has runs 0 to {runs.Runs - 1}");
            }
        }

        return OneUnit(series.Select(one => (one.Name, one.Runs.State.Channels[one.Runs.State.IndexOf(channel)])));
    }

    /// <summary>The first of these channels; all must have its unit.</summary>
    internal static Channel OneUnit(IEnumerable<(string Owner, Channel Channel)> channels)
    {
        var all = channels.ToList();
        var odd = all.FirstOrDefault(one => one.Channel.Unit != all[0].Channel.Unit);
        return odd.Channel is null
            ? all[0].Channel
            : throw new ArgumentException(
                $"one axis has one unit, but '{all[0].Owner}' has {all[0].Channel.Label} and '{odd.Owner}' has {odd.Channel.Label}");
    }
}
