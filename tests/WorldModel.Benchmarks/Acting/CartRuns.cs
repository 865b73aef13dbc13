using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Evaluation;
using WorldModel.Planning;

namespace WorldModel.Benchmarks.Acting;

/// <summary>Practice on the cart-pole, several seeds, five networks beside one.</summary>
internal static class CartRuns
{
    private static readonly string[] Head = ["networks", "seed", "trial", "real steps", "return", "imagined", "came", "seconds"];

    /// <summary>Practises until the pole stands 195 of 200 steps; 1 where the median of five networks takes more than 600 real steps.</summary>
    internal static int Balance(int seeds)
    {
        double[] Needed(int members) => Practised(CartTasks.Balance, new Icem(15, 60, 8, 2), CartTasks.Balancing(members), (seeds, IsBalanced), practice => practice.Rows[^1].Return >= 195 ? practice.Replay.Steps : double.NaN);
        var (five, one) = (Spread.Of(Needed(5)), Spread.Of(Needed(1)));
        Console.WriteLine($"real steps until 195 of 200: five networks {five}, one {one}");
        return five.Median <= 600 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>
    /// Practises swinging up for a number of trials; 1 where five networks do not beat one at the median of the last three
    /// trials' mean return. How far off plans were is told beside it and decides nothing.
    /// </summary>
    internal static int SwingUp(int seeds, int trials)
    {
        (double Later, double Off)[] Of(int members) =>
            Practised(CartTasks.SwingUp, new Icem(25, 60, 8, 3), CartTasks.Swinging(members), (seeds, practice => practice.Rows.Count >= trials), practice => (practice.Rows.TakeLast(3).Average(row => row.Return), Off(practice.Rows)));
        var (five, one) = (Of(5), Of(1));
        Tell("mean return of the last three trials", "ahead", [.. five.Select(run => run.Later)], [.. one.Select(run => run.Later)], (mine, other) => mine > other);
        Tell("how far off the plans were in cost", "nearer", [.. five.Select(run => run.Off)], [.. one.Select(run => run.Off)], (mine, other) => mine < other);
        return Spread.Of(five.Select(run => run.Later)).Median > Spread.Of(one.Select(run => run.Later)).Median ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>How far what came lay from what plans were to cost: the mean over the trials that planned; NaN where none did.</summary>
    internal static double Off(IEnumerable<PracticeRow> rows) =>
        rows.Where(row => double.IsFinite(row.Imagined)).Select(row => Math.Abs(row.Came - row.Imagined)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Practises under seeds 1, 2, …, prints the log, and measures each practice.</summary>
    internal static T[] Practised<T>(
        PracticeTask task, IPlanner planner, PracticeOptions options, (int Seeds, Func<Practice, bool> IsDone) run, Func<Practice, T> measure)
    {
        List<string[]> rows = [];
        List<T> found = [];
        for (var seed = 1; seed <= run.Seeds; seed++)
        {
            Seed.Set(seed);
            Practice practice = new(task, planner, options);
            while (practice.Rows.Count == 0 || !run.IsDone(practice))
            {
                practice.Next();
            }

            rows.AddRange(practice.Rows.Select(row => Cells(options.Members, seed, row)));
            found.Add(measure(practice));
        }

        Console.WriteLine(new Grid(Head, rows).ToText());
        return [.. found];
    }

    private static void Tell(string what, string better, double[] five, double[] one, Func<double, double, bool> wins) =>
        Console.WriteLine($"{what}: five networks {Spread.Of(five)}, one {Spread.Of(one)}; five are {better} in {five.Zip(one).Count(pair => wins(pair.First, pair.Second))} of {five.Length} seeds");

    private static bool IsBalanced(Practice practice) => practice.Rows[^1].Return >= 195 || practice.Replay.Steps >= 3000;

    private static string[] Cells(int members, int seed, PracticeRow row)
    {
        FormattableString[] cells = [$"{members}", $"{seed}", $"{row.Trial}", $"{row.RealSteps}", $"{row.Return:f0}", $"{row.Imagined:f2}", $"{row.Came:f2}", $"{row.Seconds:f1}"];
        return [.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))];
    }
}
