using System.CommandLine;
using WorldModel.Benchmarks.Coverage;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>coverage</c>.</summary>
internal static class CoverageCommand
{
    internal static Command Create()
    {
        Option<int> repeats = new("--repeats") { Description = "Calibrations of each world, with fresh noise.", DefaultValueFactory = _ => 200 };
        repeats.Validators.Add(result => MeasuringOptions.AtLeast(result, 2, 1e6));
        var command = new Command("coverage", "Calibrates twins again and again and counts how often the 90 % interval holds the truth; beyond 85 to 95 % the exit code is 1.") { repeats };
        command.SetAction(parsed => CoverageRun.Run(parsed.GetValue(repeats)));
        return command;
    }
}
