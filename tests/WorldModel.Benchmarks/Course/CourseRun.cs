using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Benchmarks.Course;

/// <summary>Lets the runner execute notebooks, each in a process of its own, and keeps the times and memory that it tells.</summary>
internal static class CourseRun
{
    internal static int Run(string[] paths, string folder)
    {
        var (code, lines) = NotebookRunner.Run(["--output", Path.Combine(folder, "course"), .. paths]);
        var rows = SummaryTable.Parse(lines);
        Report report = new("Seconds and peak memory of each notebook")
        {
            Grids = [("Notebooks", new(["notebook", "seconds", "peak memory", "result"], [.. rows.Select(row => (string[])[row.Notebook, row.Seconds, row.Memory, row.Result])]))],
            Notes = ["Each notebook runs in a process of its own, with one thread of libtorch; memory is the largest resident set of that process, and in the last row the largest of all."],
        };
        Console.WriteLine(string.Join('\n', report.Write(folder, "course")));
        return code == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
