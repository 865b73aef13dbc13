using System.CommandLine;
using WorldModel.Benchmarks.Peers;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>peers</c>.</summary>
internal static class PeersCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        var command = new Command("peers", "Runs our work and PyTorch's in turn, and prints their ratios beside the goals.") { options.Seconds, options.Rounds, options.Only, options.Output };
        command.SetAction(parsed => PeerRun.Run(
            new NamePattern(parsed.GetValue(options.Only)), parsed.GetValue(options.Seconds), parsed.GetValue(options.Rounds), parsed.GetValue(options.Output)!));
        return command;
    }
}
