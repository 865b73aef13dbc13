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
        var positions = new PositionChannels(observed, run);
        return [.. observed.Seconds()
            .Select((time, i) => new Reading(time, placement, positions[i]))
            .Where(reading => !float.IsNaN(reading.Position.X))];
    }
}
