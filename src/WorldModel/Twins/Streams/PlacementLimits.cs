using System.Numerics;

namespace WorldModel.Twins;

/// <summary>What is possible for a placement. A twin refuses readings beyond it; without limits it believes everything.</summary>
public sealed record PlacementLimits
{
    /// <summary>Lowest coordinates [m], in the parent's frame.</summary>
    public Vector3 Lowest { get; init; } = new(float.NegativeInfinity);

    /// <summary>Highest coordinates [m], in the parent's frame.</summary>
    public Vector3 Highest { get; init; } = new(float.PositiveInfinity);

    /// <summary>Highest speed [m/s] between a reading and its neighbours in time, those that the twin holds by then.</summary>
    public double MaxSpeed { get; init; } = double.PositiveInfinity;

    /// <summary>Distance [m] that noise alone may put between two readings.</summary>
    public double Slack { get; init; }

    internal PlacementLimits Checked() => Vector3.Min(Lowest, Highest) == Lowest && MaxSpeed >= 0 && Slack >= 0
        ? this
        : throw new ArgumentException($"limits need lowest coordinates below the highest, and a speed and a slack of at least 0; they are {Lowest} to {Highest}, {MaxSpeed} m/s and {Slack} m");

    internal bool Contains(Vector3 position) =>
        Vector3.Min(position, Lowest) == Lowest && Vector3.Max(position, Highest) == Highest;

    internal bool Connects(Reading? one, Reading other) => one is null
        || Vector3.Distance(one.Position, other.Position) <= Slack + MaxSpeed * Math.Abs(one.Time - other.Time);
}
