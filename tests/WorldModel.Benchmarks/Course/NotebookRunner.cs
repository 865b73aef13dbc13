using System.Diagnostics;
using WorldModel.Benchmarks.CommandLine;

namespace WorldModel.Benchmarks.Course;

/// <summary>The project's own runner, in a process of its own.</summary>
internal static class NotebookRunner
{
    private const string Project = "src/WorldModel.Notebooks";

    /// <summary>Runs it with these arguments and passes on what it prints.</summary>
    /// <returns>Its exit code and the lines that it printed.</returns>
    /// <exception cref="UsageException">It is not below the current folder.</exception>
    internal static (int Code, IReadOnlyList<string> Lines) Run(params string[] arguments)
    {
        if (!Directory.Exists(Project))
        {
            throw new UsageException($"there is no folder {Project} here: run this command in the folder of WorldModel.sln");
        }

        ProcessStartInfo start = new("dotnet", ["run", "-c", "Release", "--project", Project, "--", "run", "--fresh", .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        List<string> lines = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Console.WriteLine(line);
            lines.Add(line);
        }

        process.WaitForExit();
        return (process.ExitCode, lines);
    }
}
