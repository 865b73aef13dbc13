using System.Numerics;

namespace WorldModel.Twins;

/// <summary>A surveyed place: placements that form a tree by their parents.</summary>
public sealed class Scene
{
    private readonly Dictionary<string, Placement> byName;

    /// <summary>A scene of placements.</summary>
    /// <exception cref="SceneException">
    /// A name is empty or taken, a parent is missing or carried by its own child, a number is not finite, a size is
    /// negative, or an orientation is no unit quaternion. All problems are named, with their rows (from 1).
    /// </exception>
    public Scene(IEnumerable<Placement> placements)
    {
        Placements = [.. placements];
        SceneRules.Validate(Placements);
        byName = Placements.ToDictionary(placement => placement.Name);
    }

    /// <summary>All placements, in the order they were given.</summary>
    public IReadOnlyList<Placement> Placements { get; }

    /// <summary>The placement with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public Placement this[string name] => byName.TryGetValue(name, out var placement)
        ? placement
        : throw new KeyNotFoundException($"the scene has no '{name}'; it has {string.Join(", ", byName.Keys)}");

    /// <summary>Whether the scene has a placement with this name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>Position [m] and orientation of a placement in the ground's frame.</summary>
    /// <exception cref="KeyNotFoundException">There is no such placement.</exception>
    public (Vector3 Position, Quaternion Orientation) Pose(string name)
    {
        var placement = this[name];
        if (placement.Parent is null)
        {
            return (placement.Position, placement.Orientation);
        }

        var (position, orientation) = Pose(placement.Parent);
        return (position + Vector3.Transform(placement.Position, orientation), orientation * placement.Orientation);
    }

    /// <summary>The same scene with one placement moved to a position [m] in its parent's frame.</summary>
    public Scene Move(string name, Vector3 position)
    {
        var moved = this[name] with { Position = position };
        return new(Placements.Select(placement => placement.Name == name ? moved : placement));
    }
}
