using System.CommandLine;
using WorldModel.Benchmarks.Hamiltonian;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>hnn</c>.</summary>
internal static class HamiltonianCommand
{
    internal static Command Create()
    {
        var seeds = Whole("--seeds", "Seeds of data and weights.", 5);
        var steps = Whole("--steps", "Full-batch steps of spring and pendulum; two bodies get five times as many of 200 pairs.", 2000);
        var width = Whole("--width", "Units of each of two layers.", 200);
        var command = new Command("hnn", "Reproduces the table of Greydanus et al. (arXiv 1906.01563) with networks that have and have not an energy; takes minutes.") { seeds, steps, width };
        command.SetAction(parsed => HamiltonianRun.Run(parsed.GetValue(seeds), new(parsed.GetValue(steps), parsed.GetValue(width))));
        return command;
    }

    private static Option<int> Whole(string name, string description, int usual)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result => MeasuringOptions.AtLeast(result, 1, 1e6));
        return option;
    }
}
