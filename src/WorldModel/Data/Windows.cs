namespace WorldModel.Data;

/// <summary>Short pieces of runs to train on. Holds tensors, so two of them do not compare by value.</summary>
/// <param name="States">States [N, K+1, S].</param>
/// <param name="Actions">Actions [N, K, A].</param>
public sealed record Windows(Tensor States, Tensor Actions)
{
    /// <summary>Number of windows N.</summary>
    public long Count => States.shape[0];

    /// <summary>Steps K of each window.</summary>
    public int Steps => (int)Actions.shape[1];

    /// <summary>First states [N, S]: where a model starts.</summary>
    public Tensor Initial => States.select(1, 0);

    /// <summary>States [N, K, S] that a model has to predict from the first.</summary>
    public Tensor Targets => States.narrow(1, 1, Steps);

    /// <summary>All windows of a number of steps; those with a lost reading are left out.</summary>
    /// <exception cref="ArgumentException">The runs are shorter, or no window is without a lost reading.</exception>
    public static Windows Cut(Trajectories runs, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (steps > runs.Steps)
        {
            throw new ArgumentException($"runs of {runs.Steps} steps hold no window of {steps}", nameof(steps));
        }

        using var scope = NewDisposeScope();
        var states = runs.States.unfold(1, steps + 1, 1).transpose(2, 3).flatten(0, 1);
        var actions = runs.Actions.unfold(1, steps, 1).transpose(2, 3).flatten(0, 1);
        var whole = states.isfinite().flatten(1).all(1).nonzero().squeeze(-1);
        if (whole.shape[0] == 0)
        {
            throw new ArgumentException($"every window of {steps} steps has a lost reading; cut shorter ones", nameof(steps));
        }

        return new(states.index_select(0, whole).MoveToOuterDisposeScope(), actions.index_select(0, whole).MoveToOuterDisposeScope());
    }

    /// <summary>
    /// The windows in random order (of <see cref="Seed.Set"/>), up to <paramref name="size"/> at a time. A batch lives
    /// until the next one is asked for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public IEnumerable<Windows> Batches(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return Deal(size);
    }

    /// <summary>The beginning of every window.</summary>
    internal Windows First(int steps) => steps == Steps ? this : new(States.narrow(1, 0, steps + 1), Actions.narrow(1, 0, steps));

    // Disposed one by one: a dispose scope must not stay open while the caller works between two batches.
    private IEnumerable<Windows> Deal(int size)
    {
        using var order = randperm(Count, device: States.device);
        for (var start = 0L; start < Count; start += size)
        {
            using var index = order.narrow(0, start, Math.Min(size, Count - start));
            using var states = States.index_select(0, index);
            using var actions = Actions.index_select(0, index);
            yield return new(states, actions);
        }
    }
}
