namespace WorldModel;

/// <summary>Letting dynamics run: the same call makes data and predictions.</summary>
public static class Rollout
{
    /// <summary>
    /// Feeds each state back as the next input. Gradients flow through all steps unless the caller switched them off.
    /// Dynamics that can take all steps at once (<see cref="IFastRollout"/>) do so.
    /// </summary>
    /// <param name="dynamics">World, twin, model or control.</param>
    /// <param name="initial">Initial states [B, S].</param>
    /// <param name="actions">Actions [B, T, A].</param>
    /// <returns>Runs with states [B, T+1, S]; row 0 is <paramref name="initial"/>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit the dynamics.</exception>
    public static Trajectories Run(this IDynamics dynamics, Tensor initial, Tensor actions)
    {
        RequireShapes(dynamics, initial, actions);
        if ((dynamics as IFastRollout)?.TryRun(initial, actions, stride: 1) is { } fast)
        {
            return new(dynamics.State, dynamics.Action, fast, actions, dynamics.Dt);
        }

        using var scope = NewDisposeScope();
        List<Tensor> states = [initial];
        for (var t = 0; t < actions.shape[1]; t++)
        {
            states.Add(dynamics.Step(states[^1], actions.select(1, t)));
        }

        return new(dynamics.State, dynamics.Action, stack(states, dim: 1).MoveToOuterDisposeScope(), actions, dynamics.Dt);
    }

    /// <summary>Lets dynamics without actions run for a number of steps from initial states [B, S].</summary>
    /// <exception cref="InvalidOperationException">The dynamics take actions, so they must be given.</exception>
    public static Trajectories Run(this IDynamics dynamics, Tensor initial, int steps) =>
        dynamics.Action.Size == 0
            ? dynamics.Run(initial, zeros([initial.shape[0], steps, 0], dtype: initial.dtype, device: initial.device))
            : throw new InvalidOperationException($"these dynamics take actions ({dynamics.Action}): give them as a tensor [B, T, {dynamics.Action.Size}]");

    /// <summary>
    /// Predicts given runs: starts where they start, repeats their actions, and imagines all later states.
    /// No gradient is kept.
    /// </summary>
    public static Trajectories Predict(this IDynamics dynamics, Trajectories runs)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var imagined = dynamics.Run(runs.Initial, runs.Actions);
        imagined.States.MoveToOuterDisposeScope();
        return imagined;
    }

    internal static void RequireShapes(IDynamics dynamics, Tensor initial, Tensor actions)
    {
        if (initial.dim() != 2 || initial.shape[1] != dynamics.State.Size)
        {
            throw new ArgumentException($"initial states must be [B, {dynamics.State.Size}], not [{string.Join(", ", initial.shape)}]", nameof(initial));
        }

        if (actions.dim() != 3 || actions.shape[0] != initial.shape[0] || actions.shape[2] != dynamics.Action.Size)
        {
            throw new ArgumentException(
                $"actions for {initial.shape[0]} runs must be [{initial.shape[0]}, T, {dynamics.Action.Size}], not [{string.Join(", ", actions.shape)}]", nameof(actions));
        }
    }
}
