using System.CommandLine;
using WorldModel.Benchmarks.Parts;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>parts</c>.</summary>
internal static class PartsCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        Option<string> job = new("--job") { Description = "How long to measure: short or medium.", DefaultValueFactory = _ => "short", HelpName = "short|medium" };
        job.AcceptOnlyFromAmong("short", "medium");
        var command = new Command("parts", "Measures single parts of the library with BenchmarkDotNet (the default command).") { job, options.Only, options.Output };
        command.SetAction(parsed => PartsRun.Run(new NamePattern(parsed.GetValue(options.Only)), parsed.GetValue(job)!, parsed.GetValue(options.Output)!));
        return command;
    }
}
