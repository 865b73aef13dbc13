namespace WorldModel.Planning;

/// <summary>
/// Model predictive control: plans at every step, takes only the first action, and begins the next search where the last
/// plan is then. Not for several threads at once.
/// </summary>
/// <param name="planner">How plans are found.</param>
/// <param name="task">Models, cost and limits.</param>
public sealed class RecedingHorizon(IPlanner planner, PlanningTask task)
{
    private float[]? rest;

    /// <summary>The action [A] to take now.</summary>
    /// <param name="state">What is known of the state now [1, S].</param>
    /// <exception cref="PlanningException">No candidate has a finite cost.</exception>
    public Tensor Act(Tensor state)
    {
        using var scope = NewDisposeScope();
        return Plan(state).Actions[0].MoveToOuterDisposeScope();
    }

    /// <summary>The whole plan of now, whose first action is to be taken.</summary>
    /// <param name="state">What is known of the state now [1, S].</param>
    /// <exception cref="PlanningException">No candidate has a finite cost.</exception>
    public Plan Plan(Tensor state)
    {
        using var scope = NewDisposeScope();
        var plan = planner.Plan(task, state, Start(state));
        Keep(plan.Actions);
        foreach (var tensor in new[] { plan.Actions, plan.Futures.States, plan.Futures.Actions, plan.Considered.States, plan.Considered.Actions })
        {
            tensor.MoveToOuterDisposeScope();
        }

        return plan;
    }

    /// <summary>Forgets the last plan: what comes next is another beginning.</summary>
    public void Reset() => rest = null;

    /// <summary>
    /// Acts in a world for a number of steps: what the world does, not what was imagined. The planner sees each state
    /// through <paramref name="observe"/>.
    /// </summary>
    /// <param name="world">Where the actions are taken; its step is that of the models.</param>
    /// <param name="initial">Where it begins [1, S].</param>
    /// <param name="steps">For how many steps.</param>
    /// <param name="observe">What is seen of a state [1, S]: a sensor, a filter; the state itself when not given.</param>
    /// <returns>One run with states [1, steps + 1, S].</returns>
    /// <exception cref="ArgumentException">World and models differ in channels or step.</exception>
    public Trajectories Drive(IDynamics world, Tensor initial, int steps, Func<Tensor, Tensor>? observe = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        task.RequireSameKind(world);
        Reset();
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var (states, actions) = (new List<Tensor> { initial }, new List<Tensor>());
        for (var step = 0; step < steps; step++)
        {
            actions.Add(Act(observe?.Invoke(states[^1]) ?? states[^1]).unsqueeze(0));
            states.Add(world.Step(states[^1], actions[^1]));
        }

        return new(
            world.State, world.Action, stack(states, dim: 1).MoveToOuterDisposeScope(), stack(actions, dim: 1).MoveToOuterDisposeScope(), world.Dt);
    }

    // The plan without the step that is now taken; its last action is held.
    private void Keep(Tensor actions)
    {
        var values = actions.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        rest = [.. values[task.Action.Size..], .. values[^task.Action.Size..]];
    }

    private Tensor? Start(Tensor state) =>
        rest is null ? null : tensor(rest, device: state.device).view(planner.Horizon, task.Action.Size).to(state.dtype);
}
