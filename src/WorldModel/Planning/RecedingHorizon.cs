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
        Array.ForEach(plan.Tensors(), tensor => tensor.MoveToOuterDisposeScope());
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
    /// <param name="until">Whether a state [1, S] that was reached is the last one, such as the goal; never when not given.</param>
    /// <returns>One run with states [1, T+1, S], where T is at most the number of steps.</returns>
    /// <exception cref="ArgumentException">World and models differ in channels or step.</exception>
    public Trajectories Drive(IDynamics world, Tensor initial, int steps, Func<Tensor, Tensor>? observe = null, Func<Tensor, bool>? until = null)
    {
        task.RequireSameKind(world);
        Reset();
        return Acting.Run(world, initial, steps, state => Act(observe?.Invoke(state) ?? state), until);
    }

    /// <summary>Acts as <see cref="Drive"/> does and keeps every plan: to look at what was considered.</summary>
    /// <param name="world">Where the actions are taken; its step is that of the models.</param>
    /// <param name="initial">Where it begins [1, S].</param>
    /// <param name="steps">For how many steps at most.</param>
    /// <param name="observe">What is seen of a state [1, S].</param>
    /// <param name="until">Whether a state [1, S] that was reached is the last one.</param>
    /// <exception cref="ArgumentException">World and models differ in channels or step.</exception>
    public PlannedRun Record(IDynamics world, Tensor initial, int steps, Func<Tensor, Tensor>? observe = null, Func<Tensor, bool>? until = null)
    {
        task.RequireSameKind(world);
        Reset();
        using var scope = NewDisposeScope();
        List<Plan> plans = [];
        var run = Acting.Run(world, initial, steps, Noting, until);
        return new(new(run.State, run.Action, run.States.MoveToOuterDisposeScope(), run.Actions.MoveToOuterDisposeScope(), run.Dt), plans);

        Tensor Noting(Tensor state)
        {
            using var step = NewDisposeScope();
            var plan = Plan(observe?.Invoke(state) ?? state);
            Array.ForEach(plan.Tensors(), tensor => tensor.DetachFromDisposeScope());
            plans.Add(plan);
            return plan.Actions[0].MoveToOuterDisposeScope();
        }
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
