using System.CommandLine;
using WorldModel.Benchmarks.Planning;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>planning</c>.</summary>
internal static class PlanningCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        var command = new Command("planning", "Counts plans a second on 1 and 2 threads; below 20 for small networks, or half of the FMA peak for large ones, the exit code is 1.") { options.Seconds, options.Rounds };
        command.SetAction(parsed => PlanningRun.Run((parsed.GetValue(options.Seconds), parsed.GetValue(options.Rounds))));
        return command;
    }
}
