using System.Globalization;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Benchmarks.Planning;

/// <summary>What was measured of one plan on a number of threads.</summary>
internal sealed class PlanningRow(PlanningWork work, int threads)
{
    internal static readonly string[] Head = ["5 networks, 500 candidates, horizon 30, 3 iterations", "threads", "plans/s", "a plan", "rollouts of the peak", "whole plan of the peak"];

    private readonly Blocks plan = new();
    private readonly Blocks rollouts = new();

    internal int Threads => threads;

    internal double PlansASecond => 1 / plan.Best;

    internal void Measure(double seconds)
    {
        Array.ForEach([(work.Plan, plan), (work.Rollouts, rollouts)], one => one.Item2.Add(Clock.Measure(one.Item1.Run, seconds)));
    }

    /// <summary>Fraction of a peak [operations/s] that the rollouts alone reach.</summary>
    internal double RolloutsOf(double peak) => work.Rollouts.Flops / rollouts.Best / peak;

    internal string[] Cells(double peak) =>
    [
        work.Name, $"{threads}", PlansASecond.ToString("0.0", CultureInfo.InvariantCulture), Amounts.Time(plan.Best), Amounts.Percent(RolloutsOf(peak)), Amounts.Percent(work.Plan.Flops / plan.Best / peak),
    ];
}
