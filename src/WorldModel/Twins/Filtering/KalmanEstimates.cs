namespace WorldModel.Twins;

/// <summary>Estimated runs: at each time a mean and a covariance, in 64-bit floats. Holds tensors, so two of them do not compare by value.</summary>
public sealed record KalmanEstimates
{
    internal KalmanEstimates((Space State, Space Action) spaces, IReadOnlyList<Gaussian[]> beliefs, Tensor actions, double dt)
    {
        ((State, Action), Beliefs, Actions, Dt) = (spaces, beliefs, actions, dt);
        Means = RunTensor.Of(beliefs, belief => belief.Mean, State.Size);
        Covariances = RunTensor.Of(beliefs, belief => belief.Root.Square().Values, State.Size, State.Size);
    }

    /// <summary>Channels of the state, size S.</summary>
    public Space State { get; }

    /// <summary>Channels of the action, size A.</summary>
    public Space Action { get; }

    /// <summary>Means [B, T+1, S].</summary>
    public Tensor Means { get; }

    /// <summary>Covariances [B, T+1, S, S].</summary>
    public Tensor Covariances { get; }

    /// <summary>Actions [B, T, A].</summary>
    public Tensor Actions { get; }

    /// <summary>Time between two estimates [s].</summary>
    public double Dt { get; }

    /// <summary>Number of runs B.</summary>
    public int Runs => Beliefs[0].Length;

    /// <summary>Number of steps T of each run.</summary>
    public int Steps => Beliefs.Count - 1;

    internal IReadOnlyList<Gaussian[]> Beliefs { get; }

    /// <summary>The means as runs, for charts and errors.</summary>
    public Trajectories ToTrajectories() => new(State, Action, Means, Actions, Dt);

    /// <summary>Standard deviation of each channel [B, T+1, S], in its unit.</summary>
    public Tensor Deviations() => RunTensor.Of(Beliefs, belief => Enumerable.Range(0, State.Size).Select(belief.Deviation).ToArray(), State.Size);

    /// <summary>Both ends, as runs, of each channel's interval that holds the truth with a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public (Trajectories Low, Trajectories High) Band(double confidence = 0.9)
    {
        var width = Quantile.HalfWidth(confidence);
        using var scope = NewDisposeScope();
        var reach = Deviations() * width;
        var (low, high) = ((Means - reach).MoveToOuterDisposeScope(), (Means + reach).MoveToOuterDisposeScope());
        return (new(State, Action, low, Actions, Dt), new(State, Action, high, Actions, Dt));
    }

    /// <summary>Share of all times and runs at which the truth lies in the interval of <see cref="Band"/>, a channel each [S]; missing truth is left out.</summary>
    /// <exception cref="ArgumentException">The truth has other channels, times or runs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public double[] Coverage(Trajectories truth, double confidence = 0.9)
    {
        RequireAlike(truth);
        using var scope = NewDisposeScope();
        var (low, high) = Band(confidence);
        var known = truth.States.isnan().logical_not().to(float64).sum([0L, 1L]);
        var inside = (truth.States >= low.States).logical_and(truth.States <= high.States).to(float64).sum([0L, 1L]);
        return [.. (inside / known).cpu().data<double>()];
    }

    /// <summary>What is believed at a step of a run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step or run.</exception>
    public Belief At(int step, int run = 0) =>
        step < 0 || step > Steps ? throw new ArgumentOutOfRangeException(nameof(step), step, $"there are steps 0 to {Steps}")
        : run < 0 || run >= Runs ? throw new ArgumentOutOfRangeException(nameof(run), run, $"there are runs 0 to {Runs - 1}")
        : new(Beliefs[step][run]);

    /// <summary>What is believed at the end, a run each: where a forecast begins.</summary>
    public IReadOnlyList<Belief> Last() => [.. Beliefs[^1].Select(belief => new Belief(belief))];

    /// <summary>
    /// Normalised estimation error squared: e′·P⁻¹·e with the true error e, a mean over runs, divided by S; about 1 when the
    /// covariance is right (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, 2001, 5.4).
    /// Infinite where an estimate errs in what it holds to be known exactly.
    /// </summary>
    /// <param name="truth">What happened, at the same times. Of a world with finer steps, the readings of a sensor without noise.</param>
    /// <param name="confidence">Probability of the bounds.</param>
    /// <exception cref="ArgumentException">The truth has other channels, times or runs, or lacks a state.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public Consistency Nees(Trajectories truth, double confidence = 0.95)
    {
        RequireAlike(truth);
        var states = RunTensor.Rows(truth.States);
        var sums = Beliefs.Select((row, time) => row.Select((belief, run) => belief.Distance(states[time][run])).Sum()).ToArray();
        return sums.Any(double.IsNaN)
            ? throw new ArgumentException("the truth lacks a state", nameof(truth))
            : Consistency.Of(sums, [.. sums.Select(_ => Runs * State.Size)], confidence, Runs * State.Size);
    }

    private void RequireAlike(Trajectories truth)
    {
        if (!truth.State.SameAs(State) || truth.Runs != Runs || truth.Steps != Steps || !(Math.Abs(truth.Dt - Dt) <= 1e-6 * Dt))
        {
            throw new ArgumentException(
                $"truth and estimates differ in kind: {truth.Runs} runs of {truth.Steps} steps of ({truth.State}) every {truth.Dt:g6} s "
                + $"against {Runs} of {Steps} of ({State}) every {Dt:g6} s", nameof(truth));
        }
    }
}
