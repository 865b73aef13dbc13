using System.CommandLine;
using System.CommandLine.Parsing;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>run</c> and its options.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string[]> _paths = new("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebooks: files, folders or globs. Default: the folder notebooks." };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Run all of them, not only those that changed since they last passed: their code, the library, their data, this program." };
    private readonly Option<bool> _write = new("--write") { Description = "Save the outputs into the notebooks that passed." };
    private readonly Option<bool> _pictures = new("--pictures") { Description = "Give charts the static pictures that plotly.js draws in an installed Chromium, Chrome or Edge." };
    private readonly Option<string?> _browser = new("--browser") { Description = "Program of the browser for --pictures. Default: the one found on PATH.", HelpName = "path" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Stay, run what changes when it is saved, and reload the open page. Ctrl-C ends it." };
    private readonly Option<string> _filter = new("--filter") { Description = "Only the notebooks that hold a cell with this tag; '!tag': all of them, without the cells of this tag.", HelpName = "tag" };
    private readonly Option<string> _output = new("--output") { Description = "Folder of the site.", DefaultValueFactory = _ => RunOptions.DefaultOutput, HelpName = "folder" };
    private readonly Option<string?> _repository = new("--repository") { Description = "GitHub repository that pages link to. Default: the one that this clone comes from.", HelpName = "owner/name" };
    private readonly Option<string> _junit = new("--junit") { Description = "Also write a report in JUnit's XML, as CI systems read it.", HelpName = "file" };
    private readonly Option<int> _jobs = new("--jobs") { Description = "Notebooks that run at the same time; their threads together are never more than the cores.", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _timeout = new("--timeout") { Description = $"Longest time of a cell in seconds; a cell tagged slow gets {ExecutionLimits.SlowFactor} times that.", DefaultValueFactory = _ => 300, HelpName = "seconds" };

    public static Command Create()
    {
        var options = new RunCommand();
        options.Validate();
        var command = new Command("run", "Executes notebooks in order, each in its own process (the default command).")
        {
            options._paths, options._fresh, options._write, options._pictures, options._browser, options._watch, options._filter, options._output, options._repository, options._junit, options._jobs, options._timeout,
        };
        command.SetAction((parsed, _) => RunAsync(options.Read(parsed)));
        return command;
    }

    private RunOptions Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(_paths) ?? [],
        Jobs = parsed.GetValue(_jobs),
        Timeout = parsed.GetValue(_timeout),
        Output = parsed.GetValue(_output)!,
        Repository = GitHubRepository.Known(parsed.GetValue(_repository), Environment.CurrentDirectory),
        Write = parsed.GetValue(_write),
        Pictures = parsed.GetValue(_pictures),
        Browser = parsed.GetValue(_browser),
        Fresh = parsed.GetValue(_fresh),
        Watch = parsed.GetValue(_watch),
        Filter = parsed.GetValue(_filter) is { } filter ? CellFilter.Parse(filter) : null,
        JUnit = parsed.GetValue(_junit),
    };

    private void Validate()
    {
        _paths.Validators.Add(RefuseOptions);
        _repository.Validators.Add(result => result.Tokens.Select(token => GitHubRepository.Refusal(token.Value)).OfType<string>().ToList().ForEach(result.AddError));
        _jobs.Validators.Add(result => AtLeast(result, _jobs.Name, result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var n) ? n : 1, 1));
        _timeout.Validators.Add(result => AtLeast(result, _timeout.Name, result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, out var s) ? s : 1, 0.001));
        _filter.Validators.Add(result => Refuse(result, text => CellFilter.Parse(text) is null, $"{_filter.Name} needs a tag, such as slow or '!slow'."));
        _junit.Validators.Add(result => Refuse(result, text => text.Length == 0 || Directory.Exists(text), $"{_junit.Name} needs the name of a file, not of a folder."));
    }

    // The parser takes an option that it does not know for a path.
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"There is no option {token.Value}; run --help lists those that are. A file of that name is ./{token.Value}.");
        }
    }

    private static void Refuse(OptionResult result, Func<string, bool> isWrong, string message)
    {
        if (result.Tokens.Any(token => isWrong(token.Value)))
        {
            result.AddError(message);
        }
    }

    private static void AtLeast(OptionResult result, string name, double value, double least)
    {
        if (!(value >= least) || value > 1e6)
        {
            result.AddError(FormattableString.Invariant($"{name} must be at least {least} (and at most 1000000), not {value}."));
        }
    }

    private static async Task<int> RunAsync(RunOptions options)
    {
        using var interruption = new Interruption();
        return await new Runner(options, Console.Out, Console.IsOutputRedirected ? null : () => Console.WindowWidth).RunAsync(interruption.Token);
    }
}
