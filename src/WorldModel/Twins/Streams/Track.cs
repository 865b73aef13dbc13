using System.Numerics;

namespace WorldModel.Twins;

/// <summary>All that a twin holds of one placement.</summary>
internal sealed class Track(Placement surveyed)
{
    private const float UnitTolerance = 1e-4f; // what a scene demands
    private readonly Timeline<Reading> readings = new();
    private readonly Timeline<Quaternion> turns = new();

    internal PlacementLimits Limits { get; set; } = new();

    internal int Count => readings.Count;

    internal IEnumerable<Reading> History => readings.Values;

    /// <summary>Whether numbers could be a reading of anything.</summary>
    internal static bool IsValid(Reading reading) => reading.Placement is not null && double.IsFinite(reading.Time) && double.IsFinite(reading.Arrival) && IsFinite(reading.Position)
        && (reading.Orientation is not { } turn || MathF.Abs(turn.Length() - 1) <= UnitTolerance);

    /// <summary>Takes in a valid reading where its time belongs, unless it cannot be.</summary>
    internal Verdict Add(Reading reading)
    {
        var hasPast = readings.TryAt(reading.Time, out var past);
        var hasFuture = readings.TryAfter(reading.Time, out var future);
        if (hasPast && past.Time == reading.Time)
        {
            return past.Position == reading.Position && past.Orientation == reading.Orientation ? Verdict.Duplicate : Verdict.Conflicting;
        }

        if (!Limits.Contains(reading.Position))
        {
            return Verdict.Outside;
        }

        if (!Limits.Connects(hasPast ? past : null, reading) || !Limits.Connects(hasFuture ? future : null, reading))
        {
            return Verdict.TooFast;
        }

        Keep(reading);
        return hasFuture ? Verdict.Late : Verdict.Taken;
    }

    internal Placement At(double time) => surveyed with
    {
        Position = readings.TryAt(time, out var reading) ? reading.Position : surveyed.Position,
        Orientation = turns.TryAt(time, out var turn) ? turn : surveyed.Orientation,
    };

    private static bool IsFinite(Vector3 v) => float.IsFinite(v.X) && float.IsFinite(v.Y) && float.IsFinite(v.Z);

    private void Keep(Reading reading)
    {
        readings.Add(reading.Time, reading);
        if (reading.Orientation is { } turn)
        {
            turns.Add(reading.Time, turn);
        }
    }
}
