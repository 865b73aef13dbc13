namespace WorldModel;

/// <summary>
/// A batch of runs, simulated, observed or imagined. A reading that a sensor lost is NaN in all its channels.
/// Holds tensors, so two of them do not compare by value.
/// </summary>
public sealed record Trajectories
{
    /// <summary>Wraps tensors of runs.</summary>
    /// <param name="state">Channels of the state, size S.</param>
    /// <param name="action">Channels of the action, size A.</param>
    /// <param name="states">States [B, T+1, S]; row 0 is the initial state.</param>
    /// <param name="actions">Actions [B, T, A]; row t is held from state t to state t+1.</param>
    /// <param name="dt">Time between two states [s].</param>
    /// <exception cref="ArgumentException">The shapes do not belong together; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time between two states is not a positive number.</exception>
    public Trajectories(Space state, Space action, Tensor states, Tensor actions, double dt)
    {
        if (!double.IsFinite(dt) || dt <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(dt), dt, "the time between two states must be longer than 0 s");
        }

        if (states.dim() != 3 || actions.dim() != 3 || states.shape[2] != state.Size || actions.shape[2] != action.Size
            || states.shape[0] != actions.shape[0] || states.shape[1] != actions.shape[1] + 1)
        {
            throw new ArgumentException(
                $"states must be [B, T+1, {state.Size}] and actions [B, T, {action.Size}], but they are "
                + $"[{string.Join(", ", states.shape)}] and [{string.Join(", ", actions.shape)}]");
        }

        (State, Action, States, Actions, Dt) = (state, action, states, actions, dt);
    }

    /// <summary>Channels of the state, size S.</summary>
    public Space State { get; }

    /// <summary>Channels of the action, size A.</summary>
    public Space Action { get; }

    /// <summary>States [B, T+1, S]; row 0 is the initial state.</summary>
    public Tensor States { get; }

    /// <summary>Actions [B, T, A].</summary>
    public Tensor Actions { get; }

    /// <summary>Time between two states [s].</summary>
    public double Dt { get; }

    /// <summary>Number of runs B.</summary>
    public int Runs => (int)States.shape[0];

    /// <summary>Number of steps T of each run.</summary>
    public int Steps => (int)Actions.shape[1];

    /// <summary>First states [B, S].</summary>
    public Tensor Initial => States.select(1, 0);

    /// <summary>The runs with these numbers, in this order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A run does not exist.</exception>
    public Trajectories Pick(params int[] runs)
    {
        if (runs.Any(run => run < 0 || run >= Runs))
        {
            throw new ArgumentOutOfRangeException(nameof(runs), runs.First(run => run < 0 || run >= Runs), $"there are runs 0 to {Runs - 1}");
        }

        using var index = tensor(runs.Select(run => (long)run).ToArray(), device: States.device);
        return new(State, Action, States.index_select(0, index), Actions.index_select(0, index), Dt);
    }

    /// <summary>The first <paramref name="steps"/> steps of every run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer steps.</exception>
    public Trajectories First(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, Steps);
        return new(State, Action, States.narrow(1, 0, steps + 1), Actions.narrow(1, 0, steps), Dt);
    }

    /// <summary>Times of the states [s]: 0, Dt, …, T·Dt.</summary>
    public double[] Seconds() => [.. Enumerable.Range(0, Steps + 1).Select(step => step * Dt)];

    /// <summary>One channel of one run, T+1 values.</summary>
    public double[] Series(string channel, int run = 0)
    {
        using var scope = NewDisposeScope();
        return States.detach()[run].select(1, State.IndexOf(channel)).to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }
}
