using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Data;

/// <summary>An observed run as the stream of readings that a twin mirrors.</summary>
public static class Recording
{
    /// <summary>
    /// Readings of one run in time order; lost ones are left out. The first three channels are the position [m].
    /// </summary>
    /// <param name="observed">Observed runs, not a world's own states.</param>
    /// <param name="placement">Whose readings they are.</param>
    /// <param name="run">Which run.</param>
    /// <exception cref="ArgumentException">The first three channels are no lengths in m.</exception>
    public static IReadOnlyList<Reading> Readings(this Trajectories observed, string placement, int run = 0)
    {
        if (observed.State.Size < 3 || observed.State.Channels.Take(3).Any(channel => channel.Unit != "m"))
        {
            throw new ArgumentException($"readings of a position need three lengths [m] first, and the channels are: {observed.State}", nameof(observed));
        }

        var series = observed.State.Channels.Take(3).Select(channel => observed.Series(channel.Name, run)).ToList();
        return [.. observed.Seconds()
            .Select((time, i) => new Reading(time, placement, new((float)series[0][i], (float)series[1][i], (float)series[2][i])))
            .Where(reading => !float.IsNaN(reading.Position.X))];
    }
}
