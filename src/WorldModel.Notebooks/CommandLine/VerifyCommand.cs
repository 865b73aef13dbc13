using System.CommandLine;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The command <c>verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebooks: files, folders or globs. Default: the folders notebooks and notebooks/solutions." };
        paths.Validators.Add(RunCommand.RefuseOptions);
        var command = new Command("verify", "Holds saved notebooks to their cells, data and library, and to the course's rules. Executes nothing.") { paths };
        command.SetAction(parsed => new Verifier(Console.Out).Run(parsed.GetValue(paths) ?? []));
        return command;
    }
}
