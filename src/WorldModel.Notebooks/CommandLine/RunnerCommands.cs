using System.CommandLine;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Execution.Host;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>The program's commands; <c>run</c> is what it does when no command is named.</summary>
internal static class RunnerCommands
{
    public static async Task<int> InvokeAsync(string[] arguments)
    {
        var root = new RootCommand("Executes the course's notebooks and renders them as a site that works offline.");
        var run = RunCommand.Create();
        root.Add(run);
        root.Add(VerifyCommand.Create());
        root.Add(ConvertCommand.Create());
        root.Add(HostCommand());

        // "run" may be left out: what is no command of the root is an argument or option of run.
        var named = arguments.Length > 0 && (root.Subcommands.Any(command => command.Name == arguments[0]) || arguments[0] is "--help" or "-h" or "-?" or "--version");
        var parsed = root.Parse(named ? arguments : [run.Name, .. arguments]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static Command HostCommand()
    {
        var pipe = new Argument<string>("pipe");
        var notebook = new Argument<string>("notebook");
        var marker = new Argument<string>("marker");
        var command = new Command(HostLaunch.Command, "Executes one notebook for the runner.") { pipe, notebook, marker };
        command.Hidden = true;
        command.SetAction((parsed, _) => NotebookHost.RunAsync(parsed.GetValue(pipe)!, parsed.GetValue(notebook)!, parsed.GetValue(marker)!));
        return command;
    }
}
