using System.Numerics;

namespace WorldModel.Twins;

/// <summary>What a sensor said: at this time [s], this placement was at this position [m] in its parent's frame.</summary>
public sealed record Reading(double Time, string Placement, Vector3 Position)
{
    /// <summary>Rotation from the placement's own frame to its parent's, a unit quaternion; null where the sensor does not see it.</summary>
    public Quaternion? Orientation { get; init; }

    /// <summary>When it reached whoever listens [s], on the clock of <see cref="Time"/>; at once unless said otherwise.</summary>
    public double Arrival { get; init; } = Time;
}
