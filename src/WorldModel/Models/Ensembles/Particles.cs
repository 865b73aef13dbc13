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

    /// <summary>What a share of the futures lies below, channel by channel and time by time, B runs; between two futures it is interpolated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public Trajectories Quantile(double share) => Quantiles(share)[0];

    /// <summary>The central interval that holds a share of the futures, such as 0.9, channel by channel and time by time, B runs each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public (Trajectories Low, Trajectories High) Interval(double share) =>
        Quantiles((1 - share) / 2, (1 + share) / 2) is [var low, var high] ? (low, high) : default;

    private Trajectories[] Quantiles(params double[] shares)
    {
        if (shares.Any(share => share is not (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(shares), shares[0], "a share is a number from 0 to 1");
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var sorted = Futures().permute(1, 2, 3, 0).contiguous().sort(-1).Values; // neighbours in memory sort many times as fast
        Trajectories[] ends = [.. shares.Select(share => Like(_ => Between(sorted, share * (Count - 1))))];
        foreach (var end in ends)
        {
            end.States.MoveToOuterDisposeScope();
            end.Actions.MoveToOuterDisposeScope();
        }

        return ends;
    }

    private Tensor Between(Tensor sorted, double place)
    {
        var below = (long)place;
        return sorted.select(-1, below).lerp(sorted.select(-1, Math.Min(below + 1, Count - 1)), place - below);
    }

    private Tensor Futures() => Runs.States.view(Count, Starts, Runs.Steps + 1, -1);

    private Trajectories Like(Func<Tensor, Tensor> states)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (of, actions) = (states(Futures()).MoveToOuterDisposeScope(), Runs.Actions.narrow(0, 0, Starts).MoveToOuterDisposeScope());
        return new(Runs.State, Runs.Action, of, actions, Runs.Dt);
    }
}
