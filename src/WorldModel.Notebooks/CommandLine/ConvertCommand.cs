using System.CommandLine;
using System.CommandLine.Parsing;
using WorldModel.Notebooks.Conversion;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>convert</c> and its options.</summary>
internal static class ConvertCommand
{
    private static readonly Dictionary<string, ConversionForm> Forms = new()
    {
        ["app"] = ConversionForm.App,
        ["script"] = ConversionForm.Script,
        ["markdown"] = ConversionForm.Markdown,
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebooks: files, folders or globs. Default: the folder notebooks." };
        var to = new Option<string>("--to") { Required = true, Description = "app: a C# file for `dotnet run`; script: a C# script (.csx); markdown: a page with its pictures.", HelpName = "app|script|markdown" };
        var output = new Option<string>("--output") { Description = "Folder of what is written.", DefaultValueFactory = _ => "artifacts/converted", HelpName = "folder" };
        to.Validators.Add(result => RefuseOther(result, result.Tokens.Select(token => token.Value)));
        paths.Validators.Add(RefuseOptions);
        var command = new Command("convert", "Turns notebooks into programs, scripts or pages.") { paths, to, output };
        command.SetAction((parsed, _) => Task.FromResult(Convert(new ConvertOptions(parsed.GetValue(paths) ?? [], Forms[parsed.GetValue(to)!], parsed.GetValue(output)!))));
        return command;
    }

    private static void RefuseOther(OptionResult result, IEnumerable<string> values)
    {
        foreach (var value in values.Where(value => !Forms.ContainsKey(value)))
        {
            result.AddError($"--to {value} is nothing that a notebook can become; choose app, script or markdown.");
        }
    }

    // The parser takes an option that it does not know for a path.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"There is no option {token.Value}; convert --help lists those that are. A file of that name is ./{token.Value}.");
        }
    }

    private static int Convert(ConvertOptions options)
    {
        using var interruption = new Interruption();
        return new Converter(options, Console.Out).Convert(interruption.Token);
    }
}
