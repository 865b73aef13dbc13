using System.Numerics;

namespace WorldModel.Twins;

/// <summary>
/// A digital twin: a scene that mirrors a stream of readings and remembers all of them. It holds where things are and
/// were; asked about a time after the last reading it can only hold still.
/// </summary>
public sealed class Twin(Scene survey)
{
    private readonly Dictionary<string, SortedList<double, Vector3>> history = [];

    /// <summary>Readings that the twin refused: of an unknown placement, not finite, or a second one for the same time.</summary>
    public int Refused { get; private set; }

    /// <summary>Readings that the twin holds.</summary>
    public int Count => history.Values.Sum(readings => readings.Count);

    /// <summary>
    /// Takes in a reading, late ones too: each goes where its time belongs. A reading that cannot be is counted in
    /// <see cref="Refused"/> and changes nothing.
    /// </summary>
    /// <returns>Whether the reading was taken.</returns>
    public bool Apply(Reading reading)
    {
        var isPossible = double.IsFinite(reading.Time) && survey.Has(reading.Placement)
            && float.IsFinite(reading.Position.X) && float.IsFinite(reading.Position.Y) && float.IsFinite(reading.Position.Z);
        if (isPossible && Readings(reading.Placement).TryAdd(reading.Time, reading.Position))
        {
            return true;
        }

        Refused++;
        return false;
    }

    /// <summary>Takes in recorded readings, one after the other.</summary>
    /// <returns>This twin.</returns>
    public Twin Replay(IEnumerable<Reading> readings)
    {
        foreach (var reading in readings)
        {
            Apply(reading);
        }

        return this;
    }

    /// <summary>Position [m] of a placement in its parent's frame at a time [s]: that of the last reading until then, else the survey's.</summary>
    /// <exception cref="KeyNotFoundException">There is no such placement.</exception>
    public Vector3 Position(string placement, double time)
    {
        var surveyed = survey[placement].Position;
        if (!history.TryGetValue(placement, out var readings))
        {
            return surveyed;
        }

        var (low, high) = (0, readings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = readings.GetKeyAtIndex(middle) <= time ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? surveyed : readings.GetValueAtIndex(low - 1);
    }

    /// <summary>The scene at a moment [s]: time travel through all that was read.</summary>
    public Scene At(double time) =>
        new(survey.Placements.Select(placement => placement with { Position = Position(placement.Name, time) }));

    private SortedList<double, Vector3> Readings(string placement)
    {
        if (!history.TryGetValue(placement, out var readings))
        {
            history[placement] = readings = [];
        }

        return readings;
    }
}
