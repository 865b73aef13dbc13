using WorldModel.Data;

namespace WorldModel.Models;

/// <summary>
/// An imitator that learns nothing by heart but everything: it remembers every history of frames that it saw, and how
/// things moved next. Asked, it looks up the history most like the one at hand and repeats that move (nearest neighbour,
/// Fix and Hodges 1951; as analogue forecasting Lorenz, J. Atmos. Sci. 26, 1969). Histories are alike when their newest
/// frames and their moves are, each in units of how much they usually differ. Its state is a stack of frames (<see cref="Histories"/>).
/// </summary>
public sealed class NearestHistory : IDynamics
{
    // Rows asked at once: their distances to all that was seen have to fit into memory.
    private const int Asked = 64;

    private readonly int frames;
    private readonly Tensor seen;
    private readonly Tensor squares;
    private readonly Tensor moves;
    private readonly double places;
    private readonly double changes;

    /// <summary>Remembers all histories of some runs; those with a lost reading are left out.</summary>
    /// <param name="runs">Observed runs of frames, P channels of one unit, without actions.</param>
    /// <param name="frames">Frames k of a history.</param>
    /// <exception cref="ArgumentException">The runs take actions, are too short, or have no history without a lost reading.</exception>
    public NearestHistory(Trajectories runs, int frames)
    {
        (this.frames, Frame, State, Dt) = (frames, runs.State, Histories.Of(runs.State, frames), runs.Dt);
        Imitated.RequireNoActions(runs);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var pairs = Windows.Cut(runs.Stack(frames), steps: 1);
        var (newest, next) = (pairs.Initial.narrow(1, 0, Frame.Size), pairs.Targets.select(1, 0).narrow(1, 0, Frame.Size));
        (places, changes) = (Usual(newest - newest.mean([0])), Usual(next - newest));
        seen = Look(pairs.Initial).DetachFromDisposeScope();
        squares = seen.square().sum(-1).DetachFromDisposeScope();
        moves = (next - newest).DetachFromDisposeScope();
    }

    /// <summary>Channels of one frame, size P.</summary>
    public Space Frame { get; }

    /// <inheritdoc />
    public Space State { get; }

    /// <inheritdoc />
    public Space Action => Space.None;

    /// <inheritdoc />
    public double Dt { get; }

    /// <summary>Histories that it remembers.</summary>
    public long Count => seen.shape[0];

    /// <summary>Next stack [B, k·P] from stack [B, k·P]: the newest frame, moved as after the nearest history.</summary>
    public Tensor Step(Tensor state, Tensor action)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var nearest = cat([.. Look(state).split(Asked).Select(Nearest)]);
        var move = moves.index_select(0, nearest).to(state.dtype);
        return Imitated.Push(state.narrow(-1, 0, Frame.Size) + move, state).MoveToOuterDisposeScope();
    }

    // |a − b|² = |a|² − 2·a·b + |b|², of which |a|² is the same for all b.
    private Tensor Nearest(Tensor asked)
    {
        using var scope = NewDisposeScope();
        return (squares - 2 * asked.matmul(seen.transpose(0, 1))).argmin(1).MoveToOuterDisposeScope();
    }

    /// <summary>What is compared [B, k·P], in float64: distances are differences of squares, and rounding must not choose.</summary>
    private Tensor Look(Tensor stack)
    {
        var (newest, steps) = Imitated.Moves(stack.to(ScalarType.Float64), frames);
        return cat([newest / places, .. steps.Select(step => step / changes)], dim: -1);
    }

    // One for all channels, so that a channel in which nothing happens is not blown up to its noise.
    private static double Usual(Tensor differences) =>
        differences.square().mean().sqrt().to(ScalarType.Float64).item<double>() is var usual and > 0 ? usual : 1;
}
