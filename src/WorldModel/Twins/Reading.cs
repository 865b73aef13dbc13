using System.Numerics;

namespace WorldModel.Twins;

/// <summary>What a sensor said: at this time [s], this placement was at this position [m] in its parent's frame.</summary>
public sealed record Reading(double Time, string Placement, Vector3 Position);
