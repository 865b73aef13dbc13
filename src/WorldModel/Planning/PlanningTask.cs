using WorldModel.Models;

namespace WorldModel.Planning;

/// <summary>
/// What a planner is asked: models of the world that say what follows, a cost to keep small, and which actions there are.
/// Several models are several opinions, such as the members of an ensemble: a plan costs the mean of what they say, and
/// with risk aversion κ also κ standard deviations more, so that a plan on which they disagree does not pay (as the
/// pessimism of Kidambi et al., MOReL, 2020, here over costs).
/// </summary>
public sealed class PlanningTask
{
    private readonly IReadOnlyList<IDynamics> models;
    private readonly CompiledModels? together;
    private readonly Cost cost;

    /// <summary>A task with several models.</summary>
    /// <param name="models">At least one; all with the same channels and step. Compiled ones are much faster.</param>
    /// <param name="cost">Cost of imagined runs.</param>
    /// <param name="limits">Range of each action channel.</param>
    /// <param name="riskAversion">κ: what a standard deviation between the models costs; 0 asks for the mean alone.</param>
    /// <exception cref="ArgumentException">The models do not fit each other or the limits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The risk aversion is negative or not a number.</exception>
    public PlanningTask(IReadOnlyList<IDynamics> models, Cost cost, ActionLimits limits, double riskAversion = 0)
    {
        if (models.Count == 0 || models.Any(model => !model.State.SameAs(models[0].State) || !model.Action.SameAs(models[0].Action) || model.Dt != models[0].Dt))
        {
            throw new ArgumentException("a task needs at least one model, and all of them must have the same state, action and step", nameof(models));
        }

        if (limits.Size != models[0].Action.Size)
        {
            throw new ArgumentException($"the models take {models[0].Action.Size} actions ({models[0].Action}), and there are limits for {limits.Size}", nameof(limits));
        }

        if (!double.IsFinite(riskAversion) || riskAversion < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(riskAversion), riskAversion, "risk aversion must be a number of at least 0");
        }

        together = CompiledModels.Of(models);
        (this.models, this.cost, Limits, RiskAversion) = (models, cost, limits, riskAversion);
    }

    /// <summary>A task with one model, believed without doubt.</summary>
    /// <exception cref="ArgumentException">The limits do not fit the model.</exception>
    public PlanningTask(IDynamics model, Cost cost, ActionLimits limits) : this([model], cost, limits)
    {
    }

    /// <summary>Channels of the state, size S.</summary>
    public Space State => models[0].State;

    /// <summary>Channels of the action, size A.</summary>
    public Space Action => models[0].Action;

    /// <summary>Which actions there are.</summary>
    public ActionLimits Limits { get; }

    /// <summary>What a standard deviation between the models costs.</summary>
    public double RiskAversion { get; }

    /// <summary>Refuses dynamics of another kind than the models.</summary>
    internal void RequireSameKind(IDynamics world)
    {
        if (!world.State.SameAs(State) || !world.Action.SameAs(Action) || Math.Abs(world.Dt - models[0].Dt) > 1e-9)
        {
            throw new ArgumentException(
                $"the models know ({State}) and ({Action}) every {models[0].Dt} s, and this world has ({world.State}) and ({world.Action}) every {world.Dt} s", nameof(world));
        }
    }

    /// <summary>What each model imagines of the same actions [N, T, A], and what that costs [N].</summary>
    internal (IReadOnlyList<Trajectories> Imagined, Tensor Costs) Imagine(Tensor state, Tensor actions)
    {
        var starts = state.expand(actions.shape[0], -1).contiguous();
        Trajectories[] imagined = together?.TryRun(starts, actions) is { } all
            ? [.. models.Select((model, number) => new Trajectories(State, Action, all[number], actions, model.Dt))]
            : [.. models.Select(model => model.Run(starts, actions))];
        return (imagined, Together(imagined, actions.shape[0]));
    }

    // One call of the cost for all models' runs: its many small operations take as long for few runs as for many.
    private Tensor Together(Trajectories[] imagined, long candidates)
    {
        if (imagined.Length == 1)
        {
            return Required(cost(imagined[0]), candidates);
        }

        Trajectories all = new(
            State, Action, cat([.. imagined.Select(runs => runs.States)], dim: 0), imagined[0].Actions.repeat(imagined.Length, 1, 1), imagined[0].Dt);
        var costs = Required(cost(all), all.Runs).view(imagined.Length, candidates);
        var mean = costs.mean([0]);
        return RiskAversion > 0 ? mean + RiskAversion * costs.std(0, unbiased: false) : mean;
    }

    private static Tensor Required(Tensor costs, long candidates) =>
        costs.dim() == 1 && costs.shape[0] == candidates ? costs : throw new ArgumentException(
            $"the cost of {candidates} imagined runs must be [{candidates}], one number each, not [{string.Join(", ", costs.shape)}]: sum over steps and channels, not over runs");
}
