using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>
/// One answer a pair, a change of their relative velocity, of which each takes the share of the other's mass: Newton's
/// third law by design. It comes from what no onlooker changes, so it turns and moves with the world.
/// </summary>
internal sealed class SymmetricMessages : GraphMessages
{
    private const int OfPairs = 8;
    private const int OfWalls = 6;

    private readonly GraphOptions options;
    private readonly Layers pairs;
    private readonly Layers walls;

    internal SymmetricMessages(GraphOptions options) : base(nameof(SymmetricMessages))
    {
        this.options = options;
        pairs = new(OfPairs, options.Width, options.Depth, 4);
        walls = new(OfWalls, options.Width, options.Depth, 4);
        RegisterComponents();
    }

    internal override Tensor Change(Neighbours near, Room? room)
    {
        var change = near.Objects.new_zeros(near.Objects.shape[0], 4);
        if (near.First.shape[0] > 0)
        {
            var (first, second) = (near.Objects.index_select(0, near.First), near.Objects.index_select(0, near.Second));
            var push = Answer(pairs, Between(first, second));
            var share = second.narrow(1, 4, 1) / (first.narrow(1, 4, 1) + second.narrow(1, 4, 1));
            change = change.index_add(0, near.First, share * push, 1).index_add(0, near.Second, (share - 1) * push, 1);
        }

        var (rows, meeting) = room is null ? (null, null) : AtWalls(near.Objects, room);
        return rows is null || rows.shape[0] == 0 ? change : change.index_add(0, rows, Answer(walls, meeting!), 1);
    }

    internal override void Learn(Neighbours near, Room? room)
    {
        pairs.Learn(Between(near.Objects.index_select(0, near.First), near.Objects.index_select(0, near.Second)).Invariants());
        if (room is not null)
        {
            walls.Learn(AtWalls(near.Objects, room).Meeting.Invariants());
        }
    }

    private static Tensor Answer(Layers net, Meeting meeting) => meeting.Vectors(net.call(meeting.Invariants()));

    // Sum and ratio of the masses: what stays when the two change sides.
    private static Meeting Between(Tensor first, Tensor second)
    {
        var (one, other) = (first.narrow(1, 4, 1), second.narrow(1, 4, 1));
        var masses = cat([(one + other).log(), (one / other).log().square()], dim: 1);
        return new(second.narrow(1, 0, 2) - first.narrow(1, 0, 2), second.narrow(1, 2, 2) - first.narrow(1, 2, 2), first.narrow(1, 5, 1) + second.narrow(1, 5, 1), masses);
    }

    // The foot of the perpendicular on a wall is a partner at rest.
    private (Tensor Rows, Meeting Meeting) AtWalls(Tensor objects, Room room)
    {
        var gaps = Gaps(objects, room);
        var near = (gaps < options.Cutoff).logical_and(objects.narrow(1, 4, 1) > 0).nonzero();
        var (rows, wall) = (near.select(1, 0), near.select(1, 1));
        var normals = tensor(new float[,] { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } }).to(objects.dtype, objects.device);
        var here = objects.index_select(0, rows);
        var (radius, gap) = (here.narrow(1, 5, 1), gaps.index_select(0, rows).gather(1, wall.unsqueeze(1)));
        var apart = (gap + radius) * normals.index_select(0, wall);
        return (rows, new(apart, -here.narrow(1, 2, 2), radius, here.narrow(1, 0, 0)));
    }
}
