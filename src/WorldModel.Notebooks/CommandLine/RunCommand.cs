using System.CommandLine;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>run</c> and its options.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebooks: files, folders or globs. Default: the folder notebooks." };
        var jobs = new Option<int>("--jobs") { Description = "Notebooks that run at the same time.", DefaultValueFactory = _ => 1 };
        var timeout = new Option<double>("--timeout") { Description = "Longest time of a cell in seconds.", DefaultValueFactory = _ => 300, HelpName = "seconds" };
        var output = new Option<string>("--output") { Description = "Folder of the site.", DefaultValueFactory = _ => "artifacts/site", HelpName = "folder" };
        var write = new Option<bool>("--write") { Description = "Save the outputs into the notebooks that passed." };
        var repository = new Option<string?>("--repository") { Description = "GitHub repository that pages link to. Default: the one that this clone comes from.", HelpName = "owner/name" };
        repository.Validators.Add(result => result.Tokens.Select(token => GitHubRepository.Refusal(token.Value)).OfType<string>().ToList().ForEach(result.AddError));
        paths.Validators.Add(RefuseOptions);
        jobs.Validators.Add(result => AtLeast(result, jobs.Name, result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var n) ? n : 1, 1));
        timeout.Validators.Add(result => AtLeast(result, timeout.Name, result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, out var s) ? s : 1, 0.001));
        var command = new Command("run", "Executes notebooks in order, each in its own process (the default command).") { paths, jobs, timeout, output, write, repository };
        command.SetAction((parsed, _) => RunAsync(new RunOptions
        {
            Paths = parsed.GetValue(paths) ?? [],
            Jobs = parsed.GetValue(jobs),
            Timeout = parsed.GetValue(timeout),
            Output = parsed.GetValue(output)!,
            Write = parsed.GetValue(write),
            Repository = GitHubRepository.Known(parsed.GetValue(repository), Environment.CurrentDirectory),
        }));
        return command;
    }

    // The parser takes an option that it does not know for a path.
    private static void RefuseOptions(System.CommandLine.Parsing.ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"There is no option {token.Value}; run --help lists those that are. A file of that name is ./{token.Value}.");
        }
    }

    private static void AtLeast(System.CommandLine.Parsing.OptionResult result, string name, double value, double least)
    {
        if (!(value >= least) || value > 1e6)
        {
            result.AddError(FormattableString.Invariant($"{name} must be at least {least} (and at most 1000000), not {value}."));
        }
    }

    private static async Task<int> RunAsync(RunOptions options)
    {
        using var interruption = new Interruption();
        return await new Runner(options, Console.Out, !Console.IsOutputRedirected).RunAsync(interruption.Token);
    }
}
