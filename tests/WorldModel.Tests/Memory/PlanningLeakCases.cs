using WorldModel.Charts;
using WorldModel.Learning;
using WorldModel.Planning;
using WorldModel.Tests.Charts;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>The members that plan.</summary>
internal static class PlanningLeakCases
{
    private static readonly ActionLimits Limits = ActionLimits.Of((-1, 1));

    internal static LeakCase[] All { get; } =
    [
        new("new PlanningTask", 0, on => Task(on.World)),
        new("new PlanningTask", 0, on => new PlanningTask([on.Model, on.World], Cost, Limits, 1)),
        new("new Plan", 0, on => new Plan(on.Torques, 0, on.Swings, on.Swings)),
        new("Cem.Plan", 5, on => new Cem(4, 8, 3, 2).Plan(Task(on.Model), on.Here)),
        new("Icem.Plan", 5, on => new Icem(4, 8, 3, 2).Plan(Task(on.Model), on.Here)),
        new("Mppi.Plan", 5, on => new Mppi(4, 8, 2).Plan(new([on.Model, on.World], Cost, Limits, 1), on.Here)),
        new("GradientShooting.Plan", 5, on => new GradientShooting(4, 3, 2).Plan(Task(on.World), on.Here)),
        new("new RecedingHorizon", 0, on => Controller(on)),
        new("RecedingHorizon.Act", 1, on => Controller(on).Act(on.Here)),
        new("RecedingHorizon.Plan", 5, on => Controller(on).Plan(on.Here)),
        new("RecedingHorizon.Reset", 0, on =>
        {
            var controller = Controller(on);
            controller.Reset();
            return controller;
        }),
        new("RecedingHorizon.Drive", 2, on => Controller(on).Drive(on.World, on.Here, 2)),
        new("RecedingHorizon.Record", 2, on => Controller(on).Record(on.World, on.Here, 2), Kept: 10), // two plans
        new("new PlannedRun", 0, on => new PlannedRun(on.Swings, [])),
        new("PlanChart.Draw", 2, on => PlanChart.Draw("a", Sailed(on), (0, 0), ("jetty", new(1, 1, 3, 3)))), // what it is given
        new("Jetty.InTheWayOf", 0, on => new Jetty(1, 1, 2, 2).InTheWayOf(new Simulated(new Boat(), 0.1)), Kept: 7),
        new("new Circular", 0, on => Dial(on)),
        new("Circular.Shown", 1, on => Dial(on).Shown(on.State)),
        new("Circular.Angles", 2, on => Dial(on).Angles(Shown(on))), // one is what it is given
        new("Circular.Angles", 3, on => Dial(on).Angles(Dial(on).Run(Shown(on), on.Torques))), // two are
        new("Circular.Step", 2, on => Dial(on).Step(Shown(on), on.Action)), // one is
        new("Circular.TryRun", 2, on => Dial(on).TryRun(Shown(on), on.Torques, 1) ?? zeros(1)), // one is
        new("new PracticeTask", 0, on => Swinging(on)),
        new("new Practice", 0, on => Begun(on)),
        new("Practice.Next", 0, on => Begun(on, trials: 1), Kept: 11), // a run, and a network
        new("Practice.Next", 0, on => Begun(on, trials: 2), Kept: 13), // two runs, and a network
        new("Practice.Task", 0, on => Begun(on, trials: 1).Task(), Kept: 11),
        new("Practice.Models", 0, on => Begun(on, trials: 1).Models, Kept: 11),
        new("new Replay", 0, _ => new Replay()),
        new("Replay.Runs", 0, on => Begun(on, trials: 1).Replay.Runs, Kept: 11),
        new("Replay.OneByOne", 2, on => Begun(on, trials: 1).Replay.OneByOne(), Kept: 11),
    ];

    private static Circular Dial(LeakSamples on) => new(on.World, "angle");

    private static Tensor Shown(LeakSamples on) => cat([on.State, on.Action], dim: 1);

    private static PlannedRun Sailed(LeakSamples on)
    {
        Trajectories run = new(ChartSamples.Boat, Space.None, on.Rowing.unsqueeze(0), zeros(1, 5, 0), 0.1);
        return new(run, [new(on.Torques, 0, run, run)]);
    }

    private static PracticeTask Swinging(LeakSamples on) => new(on.World, () => on.Here.alias(), Cost, Limits, run => run.Steps);

    private static Practice Begun(LeakSamples on, int trials = 0)
    {
        FitOptions brief = new(Epochs: 2);
        Practice practice = new(Swinging(on), new Cem(4, 8, 3, 2), new(Steps: 5, RandomSteps: 5, Members: 1, Width: 8) { First = brief, Then = brief });
        for (var trial = 0; trial < trials; trial++)
        {
            practice.Next();
        }

        return practice;
    }

    private static RecedingHorizon Controller(LeakSamples on) => new(new Cem(4, 8, 3, 2), Task(on.Model));

    private static PlanningTask Task(IDynamics model) => new(model, Cost, Limits);

    private static Tensor Cost(Trajectories imagined) => imagined.States.square().sum([1, 2]);
}
