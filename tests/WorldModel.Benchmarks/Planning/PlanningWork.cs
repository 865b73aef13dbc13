using WorldModel.Benchmarks.Measuring;
using WorldModel.Models;
using WorldModel.Planning;

namespace WorldModel.Benchmarks.Planning;

/// <summary>One plan by the cross-entropy method over several networks, and the rollouts of one of its iterations.</summary>
internal sealed class PlanningWork : IDisposable
{
    private const int States = 4, Actions = 1, Networks = 5;

    private readonly Cem planner = new(Horizon: 30, Candidates: 500, Elites: 50, Iterations: 3);
    private readonly Tensor state = zeros(1, States);
    private readonly Tensor starts;
    private readonly Tensor candidates;

    private PlanningWork(string name, (int Width, int Depth) of, int outputs, IReadOnlyList<IDynamics> models)
    {
        (Name, starts, candidates) = (name, state.repeat(planner.Candidates, 1), randn(planner.Candidates, planner.Horizon, Actions));
        var together = CompiledModels.Of(models)!;
        PlanningTask task = new(models, Cost, ActionLimits.Of((-1, 1)));
        var weights = ((States + Actions) * of.Width) + ((of.Depth - 1) * of.Width * of.Width) + (of.Width * outputs);
        var flops = 2.0 * weights * Networks * planner.Horizon * planner.Candidates;
        Rollouts = new("rollouts", () => together.TryRun(starts, candidates)!.Dispose()) { Flops = flops };
        Plan = new("plan", () => Once(task)) { Flops = flops * planner.Iterations };
    }

    internal string Name { get; }

    /// <summary>A whole plan.</summary>
    internal Work Plan { get; }

    /// <summary>What all networks imagine of one iteration's candidates.</summary>
    internal Work Rollouts { get; }

    /// <summary>Residual networks, and members of an ensemble.</summary>
    internal static PlanningWork[] Of(int width, int depth)
    {
        Seed.Set(0);
        using var scope = NewDisposeScope();
        Trajectories walks = new(Named("state", States), Named("push", Actions), randn(20, 51, States).cumsum(1), randn(20, 50, Actions), 0.05);
        IDynamics[] alone = [.. Enumerable.Range(0, Networks).Select(_ => ResidualMlp.For(walks, width, depth).Compile())];
        PlanningWork[] works =
        [
            new($"ResidualMlp {depth}x{width}", (width, depth), States, alone),
            new($"Ensemble {depth}x{width}", (width, depth), 2 * States, Ensemble.For(walks, Networks, width, depth).Compile()),
        ];
        Array.ForEach(works, work => work.Detach());
        return works;
    }

    public void Dispose()
    {
        state.Dispose();
        starts.Dispose();
        candidates.Dispose();
    }

    private static Tensor Cost(Trajectories imagined) => imagined.States.square().sum([1, 2]);

    private static Space Named(string name, int channels) => new([.. Enumerable.Range(1, channels).Select(number => new Channel($"{name} {number}", "1"))]);

    private void Once(PlanningTask task)
    {
        using var scope = NewDisposeScope();
        planner.Plan(task, state);
    }

    private void Detach()
    {
        state.DetachFromDisposeScope();
        starts.DetachFromDisposeScope();
        candidates.DetachFromDisposeScope();
    }
}
