namespace WorldModel.Models;

/// <summary>Many possible futures of each of B starts. Holds tensors, so two of them do not compare by value.</summary>
/// <param name="Runs">All futures; those of start b are the runs b, b + B, b + 2·B, ….</param>
/// <param name="Starts">Starts B.</param>
public sealed record Particles(Trajectories Runs, int Starts)
{
    /// <summary>Futures P of one start.</summary>
    public int Count => Runs.Runs / Starts;

    /// <summary>The futures of one start, P runs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such start.</exception>
    public Trajectories Of(int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, Starts);
        return Runs.Pick([.. Enumerable.Range(0, Count).Select(particle => (particle * Starts) + start)]);
    }

    /// <summary>The mean future of each start, B runs; of an angle too, so it must not have been wrapped.</summary>
    public Trajectories Mean() => Like(states => states.mean([0]));

    /// <summary>
    /// What a share of the futures lies below, channel by channel and time by time, B runs: 0.05 and 0.95 are the ends of a
    /// central interval of 90 %. Between two futures it is interpolated.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public Trajectories Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share is a number from 0 to 1");
        }

        var place = share * (Count - 1);
        var below = (long)place;
        return Like(states =>
        {
            var sorted = states.sort(0).Values;
            return sorted[below].lerp(sorted[Math.Min(below + 1, Count - 1)], place - below);
        });
    }

    private Trajectories Like(Func<Tensor, Tensor> states)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (all, actions) = (Runs.States.view(Count, Starts, Runs.Steps + 1, -1), Runs.Actions.narrow(0, 0, Starts));
        return new(Runs.State, Runs.Action, states(all).MoveToOuterDisposeScope(), actions.alias().MoveToOuterDisposeScope(), Runs.Dt);
    }
}
