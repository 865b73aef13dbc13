using WorldModel.Display;

namespace WorldModel.Twins;

/// <summary>How far a twin is from the truth, placement by placement.</summary>
public sealed record ReplicationError(IReadOnlyList<PlacementError> Placements)
{
    /// <summary>Root mean square distance [m] over all compared moments of all placements.</summary>
    public double Distance => Math.Sqrt(Placements.Sum(error => error.Moments * error.Distance * error.Distance) / Placements.Sum(error => error.Moments));

    /// <summary>The error of one placement.</summary>
    /// <exception cref="KeyNotFoundException">The truth did not tell of it.</exception>
    public PlacementError this[string placement] => Placements.FirstOrDefault(error => error.Placement == placement)
        ?? throw new KeyNotFoundException($"no truth was given about '{placement}', only about {string.Join(", ", Placements.Select(error => error.Placement))}");

    /// <summary>Moments, root mean square per coordinate, distance and angle, a row each placement.</summary>
    public Table AsTable() => new(["placement", "moments", "x [m]", "y [m]", "z [m]", "distance [m]", "angle [rad]"],
        [.. Placements.Select(e => (IReadOnlyList<string>)[e.Placement, Text(e.Moments), Text(e.X), Text(e.Y), Text(e.Z), Text(e.Distance), Text(e.Angle)])]);

    private static string Text(double value) => double.IsNaN(value) ? "" : FormattableString.Invariant($"{value:g4}");
}
