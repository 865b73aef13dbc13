using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>What objects make of each other and of the walls.</summary>
internal abstract class GraphMessages(string name) : nn.Module(name)
{
    /// <summary>Changes of all objects [B·N, 4], of velocity and of place, in the network's own units. Lives in the caller's scope.</summary>
    internal abstract Tensor Change(Neighbours near, Room? room);

    /// <summary>Sets the scale of the inputs to what they are here.</summary>
    internal abstract void Learn(Neighbours near, Room? room);

    /// <summary>Gaps to the left, right, lower and upper wall [B·N, 4] [m].</summary>
    protected static Tensor Gaps(Tensor objects, Room room)
    {
        var (x, y, radius) = (objects.narrow(1, 0, 1), objects.narrow(1, 1, 1), objects.narrow(1, 5, 1));
        return cat([x, room.Width - x, y, room.Height - y], dim: 1) - radius;
    }
}
