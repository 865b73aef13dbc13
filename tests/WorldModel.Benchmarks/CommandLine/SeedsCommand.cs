using System.CommandLine;
using WorldModel.Benchmarks.Course;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>seeds</c>.</summary>
internal static class SeedsCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        Argument<string[]> paths = new("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebook files. Default: all of the course." };
        Option<int[]> seeds = new("--seeds") { AllowMultipleArgumentsPerToken = true, Description = "Seeds in place of each notebook's three.", DefaultValueFactory = _ => [11, 12, 13, 14, 15] };
        seeds.Validators.Add(result => MeasuringOptions.AtLeast(result, 0, int.MaxValue));
        paths.Validators.Add(result => result.Tokens.Where(token => token.Value.StartsWith('-')).ToList().ForEach(token => result.AddError($"There is no option {token.Value}; seeds --help lists those that are.")));
        var command = new Command("seeds", "Executes the notebooks with fresh seeds and tells what each check measures then; where a claim does not hold the exit code is 1.") { paths, seeds, options.Output };
        command.SetAction(parsed => SeedsRun.Run(parsed.GetValue(paths) ?? [], [.. (parsed.GetValue(seeds) ?? []).Distinct()], parsed.GetValue(options.Output)!));
        return command;
    }
}
