using WorldModel.Planning;
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
    ];

    private static RecedingHorizon Controller(LeakSamples on) => new(new Cem(4, 8, 3, 2), Task(on.Model));

    private static PlanningTask Task(IDynamics model) => new(model, Cost, Limits);

    private static Tensor Cost(Trajectories imagined) => imagined.States.square().sum([1, 2]);
}
