namespace WorldModel.Planning;

/// <summary>One run of somebody who looks and acts, step by step.</summary>
internal static class Acting
{
    /// <summary>Lets somebody act in a world until a number of steps is over, or earlier.</summary>
    /// <param name="world">Where the actions are taken.</param>
    /// <param name="initial">Where it begins [1, S].</param>
    /// <param name="steps">At most so many.</param>
    /// <param name="act">The action [A] to take in a state [1, S].</param>
    /// <param name="until">Whether a state [1, S] that was reached is the last one; never when not given.</param>
    /// <returns>One run with states [1, T+1, S].</returns>
    internal static Trajectories Run(IDynamics world, Tensor initial, int steps, Func<Tensor, Tensor> act, Func<Tensor, bool>? until)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (states, actions) = (new List<Tensor> { initial }, new List<Tensor>());
        do
        {
            actions.Add(act(states[^1]).unsqueeze(0));
            states.Add(world.Step(states[^1], actions[^1]));
        }
        while (actions.Count < steps && until?.Invoke(states[^1]) != true);

        return new(
            world.State, world.Action, stack(states, dim: 1).MoveToOuterDisposeScope(), stack(actions, dim: 1).MoveToOuterDisposeScope(), world.Dt);
    }
}
