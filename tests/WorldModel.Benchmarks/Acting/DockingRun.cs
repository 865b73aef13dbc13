using System.Diagnostics;
using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Evaluation;
using WorldModel.Planning;

namespace WorldModel.Benchmarks.Acting;

/// <summary>From how many starts each planner docks within a minute.</summary>
internal static class DockingRun
{
    private static readonly string[] Head = ["planner", "starts", "docked", "median [s]", "seconds"];
    private static readonly Icem Usual = new(12, 60, 8, 3);

    /// <summary>Prints the table; 1 where five networks dock from fewer than 95 %.</summary>
    internal static int Run(int starts)
    {
        var (harbour, calm) = (new Harbour(-0.5), new Harbour(0));
        var (five, unaware) = (harbour.Learn(5), calm.Learn(5));
        var few = Math.Min(starts, 20);
        string[][] rows =
        [
            Row("five networks, iCEM", harbour, (Usual, five), starts), Row("five networks, CEM", harbour, (new Cem(12, 60, 8, 3), five), starts),
            Row("five networks, MPPI", harbour, (new Mppi(12, 60, 3), five), starts), Row("one network, iCEM", harbour, (Usual, [five[0]]), starts),
            Row("networks without current", harbour, (Usual, unaware), starts), Row("greedy: 2 s ahead", harbour, (Usual with { Horizon = 2 }, five), starts),
            Row("the true world", harbour, (Usual, [harbour.World]), few),
        ];
        Console.WriteLine(new Grid(Head, rows).ToText());
        return int.Parse(rows[0][2], CultureInfo.InvariantCulture) >= 0.95 * starts ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Seconds until it is docked; infinite where it is not.</summary>
    internal static double[] Seconds(Harbour harbour, IPlanner planner, IReadOnlyList<IDynamics> models, int starts)
    {
        Seed.Set(11);
        var from = harbour.Starts(Math.Max(starts, 100)); // the same first ones, however many are asked
        PlanningTask task = new(models, Harbour.Cost, Harbour.Oars);
        return [.. Enumerable.Range(0, starts).Select(start => One(start))];

        double One(int start)
        {
            using var scope = NewDisposeScope();
            var run = new RecedingHorizon(planner, task).Drive(harbour.World, from.narrow(0, start, 1), 60, Harbour.Read, Harbour.IsDocked);
            return Harbour.IsDocked(run.States.select(1, -1)) ? run.Steps * run.Dt : double.PositiveInfinity;
        }
    }

    private static string[] Row(string name, Harbour harbour, (IPlanner Planner, IReadOnlyList<IDynamics> Models) with, int starts)
    {
        var watch = Stopwatch.StartNew();
        var seconds = Seconds(harbour, with.Planner, with.Models, starts);
        FormattableString[] cells = [$"{starts}", $"{seconds.Count(double.IsFinite)}", $"{Spread.Of(seconds).Median:f1}", $"{watch.Elapsed.TotalSeconds:f1}"];
        return [name, .. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))];
    }
}
