using System.Diagnostics;
using WorldModel.Data;
using WorldModel.Models;

namespace WorldModel.Planning;

/// <summary>
/// Learning to act by acting (Chua et al., PETS, arXiv 1805.12114, algorithm 1): random actions first; then, trial by trial,
/// plans inside of networks that were trained on all that was seen before. Random numbers follow <see cref="Seed.Set"/>.
/// </summary>
public sealed class Practice
{
    private readonly PracticeTask task;
    private readonly IPlanner planner;
    private readonly PracticeOptions options;
    private readonly Learner learner;
    private readonly PracticeFile? file;
    private readonly List<PracticeRow> rows = [];

    /// <summary>A practice that begins, or goes on where its file left it.</summary>
    /// <param name="task">What is practised.</param>
    /// <param name="planner">How plans are found.</param>
    /// <param name="options">How to practise; the defaults when not given.</param>
    /// <exception cref="ModelFileException">The file is of another practice, or of none.</exception>
    public Practice(PracticeTask task, IPlanner planner, PracticeOptions? options = null)
    {
        (this.task, this.planner, this.options) = (task, planner, options ?? new());
        this.options.Validate();
        learner = new(this.options);
        file = this.options.File is { } path ? new(path, Identity()) : null;
        rows.AddRange(file?.Resume(task.World, Replay, learner) ?? []);
    }

    /// <summary>The log, a row a trial.</summary>
    public IReadOnlyList<PracticeRow> Rows => rows;

    /// <summary>What was seen.</summary>
    public Replay Replay { get; } = new();

    /// <summary>The networks as they are now; none before the random trials are over. The next trial replaces them.</summary>
    public IReadOnlyList<ResidualMlp> Models => learner.Models;

    /// <summary>What the networks of now are asked when they plan.</summary>
    /// <exception cref="ArgumentException">There are no networks yet.</exception>
    public PlanningTask Task() => new(learner.Frozen(), task.Cost, task.Limits, options.RiskAversion);

    /// <summary>One more trial, and what is learnt from it.</summary>
    /// <returns>Its row in the log.</returns>
    /// <exception cref="PlanningException">No candidate has a finite cost.</exception>
    public PracticeRow Next()
    {
        var clock = Stopwatch.StartNew();
        using var scope = NewDisposeScope();
        List<double> imagined = [];
        var truth = learner.Models.Count == 0 ? Wander() : Plan(imagined);
        if (Replay.Steps >= options.RandomSteps)
        {
            learner.Learn(Replay);
        }

        var (expected, came) = Compared(imagined);
        rows.Add(new(rows.Count + 1, Replay.Steps, task.Return(truth), expected, came, clock.Elapsed.TotalSeconds));
        file?.Write(rows, Replay, learner);
        return rows[^1];
    }

    private Trajectories Wander()
    {
        Tensor Random(Tensor state) => task.Limits.Low(state) + task.Limits.Range(state) * rand_like(task.Limits.Range(state));
        return Try(Random, Math.Min(options.Steps, options.RandomSteps - Replay.Steps));
    }

    private Trajectories Plan(List<double> imagined)
    {
        RecedingHorizon controller = new(planner, Task());
        return Try(
            state =>
            {
                using var scope = NewDisposeScope();
                var plan = controller.Plan(state);
                imagined.Add(plan.Cost);
                return plan.Actions[0].MoveToOuterDisposeScope();
            },
            options.Steps);
    }

    // The run that happened; what was seen of it goes into the replay.
    private Trajectories Try(Func<Tensor, Tensor> act, int steps)
    {
        List<Tensor> seen = [];
        Tensor See(Tensor state)
        {
            seen.Add((task.Observe?.Invoke(state) ?? state.alias()).DetachFromDisposeScope());
            return seen[^1];
        }

        var truth = Acting.Run(task.World, task.Start(), steps, state => act(See(state)), task.IsOver);
        See(truth.States.select(1, -1));
        Replay.Add(new(truth.State, truth.Action, stack(seen, dim: 1), truth.Actions, truth.Dt));
        seen.ForEach(one => one.Dispose());
        return truth;
    }

    // Of the plans whose whole horizon was lived through: what they were to cost, and what came instead.
    private (double Expected, double Came) Compared(List<double> imagined)
    {
        if (imagined.Count < planner.Horizon)
        {
            return (double.NaN, double.NaN);
        }

        using var scope = NewDisposeScope();
        var lived = Windows.Cut(Replay.Runs[^1], planner.Horizon);
        var cost = task.Cost(new(task.World.State, task.World.Action, lived.States, lived.Actions, task.World.Dt));
        return (imagined.Take((int)lived.Count).Average(), cost.to(ScalarType.Float64).mean().item<double>());
    }

    private string Identity() =>
        $"({task.World.State}; {task.World.Action}; {task.World.Dt:R} s) {planner} {options with { File = null }}";
}
