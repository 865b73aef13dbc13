using System.CommandLine;
using WorldModel.Benchmarks.Memory;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>memory</c>.</summary>
internal static class MemoryCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        Option<int> steps = new("--steps") { Description = "Steps of each, rounded down to whole tens of thousands.", DefaultValueFactory = _ => 1_000_000 };
        Option<double> bound = new("--bound") { Description = "Growth after the first tenth that still counts as flat [MB]; beyond it the exit code is 1.", DefaultValueFactory = _ => 64, HelpName = "MB" };
        steps.Validators.Add(result => MeasuringOptions.AtLeast(result, 10_000, 1e9));
        bound.Validators.Add(result => MeasuringOptions.AtLeast(result, 0, 1e6));
        var command = new Command("memory", "Takes a million training and rollout steps and prints resident memory ten times.") { steps, bound, options.Only, options.Output };
        command.SetAction(parsed => MemoryRun.Run(new NamePattern(parsed.GetValue(options.Only)), parsed.GetValue(steps), parsed.GetValue(bound), parsed.GetValue(options.Output)!));
        return command;
    }
}
