using System.CommandLine;
using WorldModel.Benchmarks.Multistep;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>lorenz</c>.</summary>
internal static class LorenzCommand
{
    internal static Command Create()
    {
        var seeds = MultistepCommand.Whole("--seeds", "Seeds of data and weights.", 3);
        var epochs = MultistepCommand.Whole("--epochs", "Epochs of one-step training, of 78 steps each.", 190);
        var command = new Command("lorenz", "Trains networks on Lorenz's equations and tells for how many Lyapunov times they foresee.") { seeds, epochs };
        command.SetAction(parsed => LorenzRun.Run(parsed.GetValue(seeds), parsed.GetValue(epochs)));
        return command;
    }
}
