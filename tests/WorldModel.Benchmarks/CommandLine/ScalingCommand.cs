using System.CommandLine;
using WorldModel.Benchmarks.Scaling;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>scaling</c>.</summary>
internal static class ScalingCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new(rounds: 3);
        Option<int> threads = new("--threads") { Description = "Threads of our side. Default: the cores.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result => MeasuringOptions.AtLeast(result, 1, Threads.Most));
        var command = new Command("scaling", "Measures how time and the fraction of the machine's peak change with batch, width, horizon, networks and bodies.") { options.Seconds, options.Rounds, threads, options.Only, options.Output };
        command.SetAction(parsed => ScalingRun.Run(
            new NamePattern(parsed.GetValue(options.Only)), (parsed.GetValue(options.Seconds), parsed.GetValue(options.Rounds)), parsed.GetValue(threads), parsed.GetValue(options.Output)!));
        return command;
    }
}
