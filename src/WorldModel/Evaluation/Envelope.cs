namespace WorldModel.Evaluation;

/// <summary>
/// The range of what was seen, channel by channel: outside of it nothing that a model says rests on data. Inside of it may
/// still be places that nobody saw: leaving the envelope is a sure sign, staying is none.
/// </summary>
public sealed class Envelope
{
    private readonly Space state;
    private readonly double[] low;
    private readonly double[] high;

    private Envelope(Space state, double[] low, double[] high) => (this.state, this.low, this.high) = (state, low, high);

    /// <summary>The range of training runs, made wider by a margin on both sides; lost readings are left out.</summary>
    /// <param name="train">Runs that a model learned from.</param>
    /// <param name="margin">Share of a channel's range by which it is widened at each end.</param>
    /// <exception cref="ArgumentException">A channel has no reading at all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not a number.</exception>
    public static Envelope Of(Trajectories train, double margin = 0.1)
    {
        if (!double.IsFinite(margin) || margin < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "a margin is a share of the range, at least 0");
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var rows = train.States.reshape(-1, train.State.Size).to(ScalarType.Float64);
        var lowest = Horizon.Values(rows.nan_to_num(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity).amin([0]));
        var highest = Horizon.Values(rows.nan_to_num(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity).amax([0]));
        var unseen = Array.FindIndex(lowest, double.IsInfinity);
        return unseen < 0
            ? new(train.State, [.. lowest.Zip(highest, (a, b) => a - (margin * (b - a)))], [.. lowest.Zip(highest, (a, b) => b + (margin * (b - a)))])
            : throw new ArgumentException($"channel '{train.State.Channels[unseen].Name}' has no finite reading in these runs, so it has no range", nameof(train));
    }

    /// <summary>Both ends of a channel's range, in its unit.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public (double Low, double High) Range(string channel) => (low[state.IndexOf(channel)], high[state.IndexOf(channel)]);

    /// <summary>When each run first left the range or became NaN [s]; infinite where it never did.</summary>
    /// <param name="runs">Imagined runs of the same channels.</param>
    /// <exception cref="ArgumentException">The runs have other channels.</exception>
    public double[] LeftAt(Trajectories runs) => [.. Exits(runs).Select(exit => exit.Step < 0 ? double.PositiveInfinity : exit.Step * runs.Dt)];

    /// <summary>What happened, in words: how many runs left the range, and the first of them with its time, channel and value.</summary>
    /// <exception cref="ArgumentException">The runs have other channels.</exception>
    public string Describe(Trajectories runs)
    {
        var left = Exits(runs).Select((exit, run) => (exit.Step, exit.Channel, Run: run)).Where(exit => exit.Step >= 0).OrderBy(exit => exit.Step).ToList();
        if (left.Count == 0)
        {
            return FormattableString.Invariant($"all {runs.Runs} runs stay within what was seen for {runs.Steps * runs.Dt:0.###} s");
        }

        var (step, channel, run) = left[0];
        var name = state.Channels[channel].Name;
        return FormattableString.Invariant(
            $"{left.Count} of {runs.Runs} runs leave what was seen; first run {run} after {step * runs.Dt:0.###} s: {name} is {runs.Series(name, run)[step]:0.###}, seen were {low[channel]:0.###} to {high[channel]:0.###} with the margin");
    }

    /// <summary>When each run first held a NaN or an infinity [s]; infinite where it never did.</summary>
    /// <param name="runs">Imagined runs.</param>
    public static double[] NumbersEndAt(Trajectories runs)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var steps = Horizon.Values((runs.States.isfinite().all(-1).logical_not().to(ScalarType.Int64).cumsum(1) == 0).sum(dim: 1, type: ScalarType.Float64));
        return [.. steps.Select(step => step > runs.Steps ? double.PositiveInfinity : step * runs.Dt)];
    }

    // Step and channel of each run's first exit; −1 where there is none.
    private (int Step, int Channel)[] Exits(Trajectories runs)
    {
        if (!runs.State.SameAs(state))
        {
            throw new ArgumentException($"the envelope is of ({state}), and these runs have ({runs.State})", nameof(runs));
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (from, to) = (tensor(low), tensor(high));
        var states = runs.States.to(ScalarType.Float64).cpu();
        var outside = (states >= from).logical_and(states <= to).logical_not().reshape(runs.Runs, -1).contiguous();
        return [.. Enumerable.Range(0, runs.Runs).Select(run => First(outside[run].data<bool>().ToArray()))];
    }

    private (int Step, int Channel) First(bool[] outside)
    {
        var first = Array.IndexOf(outside, true);
        return first < 0 ? (-1, -1) : (first / state.Size, first % state.Size);
    }
}
