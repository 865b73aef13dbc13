using WorldModel.Data;

namespace WorldModel.Models;

/// <summary>
/// An imitator without any parameter: it remembers every history of frames that it saw, and what it saw next. Asked, it
/// looks up the history most like the one at hand and draws the same next frame (nearest neighbour; Fix and Hodges 1951,
/// as analogue forecasting Lorenz, J. Atmos. Sci. 26, 1969). Its state is a stack of frames (<see cref="Histories"/>).
/// </summary>
public sealed class NearestHistory : IDynamics
{
    private readonly Tensor seen;
    private readonly Tensor followed;

    /// <summary>Remembers all histories of some runs; those with a lost reading are left out.</summary>
    /// <param name="runs">Observed runs of frames, P channels of one unit each, without actions.</param>
    /// <param name="frames">Frames k of a history.</param>
    /// <exception cref="ArgumentException">The runs take actions, are too short, or have no history without a lost reading.</exception>
    public NearestHistory(Trajectories runs, int frames)
    {
        State = Histories.Of(runs.State, frames);
        (Frame, Dt) = (runs.State, runs.Dt);
        Imitated.RequireNoActions(runs);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var pairs = Windows.Cut(runs.Stack(frames), steps: 1);
        seen = pairs.Initial.contiguous().clone().DetachFromDisposeScope();
        followed = pairs.Targets.select(1, 0).narrow(1, 0, Frame.Size).contiguous().clone().DetachFromDisposeScope();
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

    /// <summary>Next stack [B, k·P] from stack [B, k·P]: the frame that followed the nearest history, by the distance of all k frames.</summary>
    public Tensor Step(Tensor state, Tensor action)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        // |a − b|² = |a|² − 2·a·b + |b|², of which |a|² is the same for all b. In float64: it takes differences of squares.
        var (asked, known) = (state.to(ScalarType.Float64), seen.to(ScalarType.Float64));
        var distance = known.square().sum(-1) - 2 * asked.matmul(known.transpose(0, 1));
        return Imitated.Push(followed.index_select(0, distance.argmin(1)).to(state.dtype), state).MoveToOuterDisposeScope();
    }
}
