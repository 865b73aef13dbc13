using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Benchmarks.Course;

/// <summary>Runs notebooks with other seeds than their own, and tells what each of their checks measures then.</summary>
internal static class SeedsRun
{
    internal static int Run(string[] paths, int[] seeds, string folder)
    {
        var copies = Path.Combine(folder, "seeds");
        var notebooks = Copies(paths, seeds, copies);
        var junit = Path.Combine(copies, "seeds.xml");
        var (code, _) = NotebookRunner.Run(["--output", Path.Combine(copies, "site"), "--timeout", "3600", "--junit", junit, .. notebooks]);
        var checks = ToldCheck.Read(junit);
        Report report = new($"What the checks of the course measure with the seeds {string.Join(", ", seeds)}")
        {
            Grids = [("Checks", new(["claim", "notebook", "holds", "measured: median [range]"], [.. checks.Select(check => (string[])[check.Claim, check.Notebook, check.Holds ? "yes" : "no", check.Measured])]))],
            Notes = ["Lists of three seeds are replaced; what a notebook does once, with a fixed seed, stays as it is. Claims say what holds with the notebook's own seeds."],
        };
        Console.WriteLine(string.Join('\n', checks.Select(check => $"{(check.Holds ? "holds" : "FAILS")}  {check.Notebook}: {check.Claim}\n         {check.Measured}")));
        Console.WriteLine($"{checks.Count(check => check.Holds)} of {checks.Length} claims hold with the seeds {string.Join(", ", seeds)}");
        Console.WriteLine(string.Join('\n', report.Write(folder, "seeds")));
        return code == 0 && checks.Length > 0 && checks.All(check => check.Holds) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string[] Copies(string[] paths, int[] seeds, string folder)
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        foreach (var file in Directory.Exists("notebooks/data") ? Directory.GetFiles("notebooks/data") : [])
        {
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)), overwrite: true);
        }

        string[] copied = [.. Named(paths).Where(path => FreshSeeds.Copy(path, folder, seeds) > 0).Select(path => Path.Combine(folder, Path.GetFileName(path)))];
        return copied.Length > 0 ? copied : throw new UsageException("none of these notebooks trains with a list of three seeds, so that there is nothing to replace");
    }

    private static IEnumerable<string> Named(string[] paths)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            throw new UsageException($"there is no file {missing} here");
        }

        return paths.Length > 0 ? paths : Directory.Exists("notebooks")
            ? Directory.GetFiles("notebooks", "*.ipynb").Order(StringComparer.Ordinal)
            : throw new UsageException("there is no folder notebooks here: run this command in the folder of WorldModel.sln");
    }
}
