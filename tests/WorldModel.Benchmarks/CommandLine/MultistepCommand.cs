using System.CommandLine;
using WorldModel.Benchmarks.Multistep;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>multistep</c>.</summary>
internal static class MultistepCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        var seeds = Whole("--seeds", "Seeds of data and weights.", 3);
        var budget = Whole("--budget", "Epochs of one-step training; every other way gets as many evaluations of the network.", 200);
        var command = new Command("multistep", "Compares ways to train for rollouts at equal compute, on noisy and on clean data; takes minutes.") { seeds, budget, options.Only };
        command.SetAction(parsed => MultistepRun.Run(parsed.GetValue(seeds), parsed.GetValue(budget), parsed.GetValue(options.Only)));
        return command;
    }

    internal static Option<int> Whole(string name, string description, int usual)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result => MeasuringOptions.AtLeast(result, 1, 1e6));
        return option;
    }
}
