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

    /// <summary>Practises swinging up for a number of trials; 1 where five networks do not beat one at the median of the last three trials' mean return.</summary>
    internal static int SwingUp(int seeds, int trials)
    {
        double[] Later(int members) => Practised(CartTasks.SwingUp, new Icem(25, 60, 8, 3), CartTasks.Swinging(members), (seeds, practice => practice.Rows.Count >= trials), practice => practice.Rows.TakeLast(3).Average(row => row.Return));
        var (five, one) = (Later(5), Later(1));
        Console.WriteLine($"mean return of the last three trials: five networks {Spread.Of(five)}, one {Spread.Of(one)}; five are ahead in {five.Zip(one).Count(pair => pair.First > pair.Second)} of {seeds} seeds");
        return Spread.Of(five).Median > Spread.Of(one).Median ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Practises under seeds 1, 2, …, prints the log, and measures each practice.</summary>
    internal static double[] Practised(
        PracticeTask task, IPlanner planner, PracticeOptions options, (int Seeds, Func<Practice, bool> IsDone) run, Func<Practice, double> measure)
    {
        List<string[]> rows = [];
        List<double> found = [];
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

    private static bool IsBalanced(Practice practice) => practice.Rows[^1].Return >= 195 || practice.Replay.Steps >= 3000;

    private static string[] Cells(int members, int seed, PracticeRow row)
    {
        FormattableString[] cells = [$"{members}", $"{seed}", $"{row.Trial}", $"{row.RealSteps}", $"{row.Return:f0}", $"{row.Imagined:f2}", $"{row.Came:f2}", $"{row.Seconds:f1}"];
        return [.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))];
    }
}
