using System.Numerics;

namespace WorldModel.Twins;

/// <summary>One thing of a scene: where it is, how it is turned, how large, of what kind, and what carries it.</summary>
/// <param name="Name">Unique within the scene.</param>
/// <param name="Kind">What it is: <c>tree</c>, <c>apple</c>, <c>boat</c>, …; decides how it is drawn.</param>
/// <param name="Position">Centre of its base [m], z up, in its parent's frame.</param>
/// <param name="Orientation">Rotation from its own frame to its parent's, a unit quaternion.</param>
/// <param name="Size">Extent along its own x, y and z axes [m].</param>
/// <param name="Parent">Name of the placement that carries it; null for the ground.</param>
public sealed record Placement(string Name, string Kind, Vector3 Position, Quaternion Orientation, Vector3 Size, string? Parent = null);
