using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// Messages as free as the network likes to make them, each way its own, summed and read together with the object's own
/// velocity, mass, radius and gaps to the walls (those beyond the cut-off look alike).
/// </summary>
internal sealed class PlainMessages : GraphMessages
{
    private const int OfPairs = 8;
    private const int OfObjects = 4;
    private const double Farthest = 1e3; // [m] stands for no wall

    private readonly GraphOptions options;
    private readonly Layers pairs;
    private readonly Layers objects;

    internal PlainMessages(GraphOptions options) : base(nameof(PlainMessages))
    {
        this.options = options;
        pairs = new(OfPairs, options.Width, options.Depth, options.Width);
        objects = new(OfObjects + (options.Room is null ? 0 : 4) + options.Width, options.Width, options.Depth, 4);
        RegisterComponents();
    }

    internal override Tensor Change(Neighbours near, Room? room) => objects.call(Read(near, room));

    internal override void Learn(Neighbours near, Room? room)
    {
        pairs.Learn(Both(near));
        objects.Learn(Read(near, room));
    }

    private Tensor Read(Neighbours near, Room? room)
    {
        var heard = near.Objects.new_zeros(near.Objects.shape[0], options.Width);
        if (near.First.shape[0] > 0)
        {
            heard = heard.index_add(0, cat([near.First, near.Second], dim: 0), pairs.call(Both(near)), 1);
        }

        var own = cat([near.Objects.narrow(1, 2, 2), near.Objects.narrow(1, 4, 1).clamp_min(1e-6).log(), near.Objects.narrow(1, 5, 1)], dim: 1);
        return cat(options.Room is null ? [own, heard] : [own, Walls(near.Objects, room), heard], dim: 1);
    }

    private Tensor Walls(Tensor all, Room? room) =>
        (room is null ? all.new_full([all.shape[0], 4], Farthest) : Gaps(all, room)).clamp_max(Math.Min(options.Cutoff, Farthest));

    private static Tensor Both(Neighbours near)
    {
        var (first, second) = (near.Objects.index_select(0, near.First), near.Objects.index_select(0, near.Second));
        return cat([Seen(first, second), Seen(second, first)], dim: 0);
    }

    // What the receiver sees of the sender.
    private static Tensor Seen(Tensor receiver, Tensor sender)
    {
        var apart = sender.narrow(1, 0, 4) - receiver.narrow(1, 0, 4);
        Tensor Logs(Tensor one) => one.narrow(1, 4, 1).log();
        return cat([apart, Logs(receiver), Logs(sender), receiver.narrow(1, 5, 1), sender.narrow(1, 5, 1)], dim: 1);
    }
}
