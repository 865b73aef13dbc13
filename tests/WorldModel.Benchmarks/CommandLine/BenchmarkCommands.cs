using System.CommandLine;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The program's commands; <c>parts</c> is what it does when none is named.</summary>
internal static class BenchmarkCommands
{
    internal static RootCommand Create() => new("Measures the library: its parts, against PyTorch, over size, and its memory over time.")
    {
        PartsCommand.Create(), PeersCommand.Create(), ScalingCommand.Create(), MemoryCommand.Create(), CourseCommand.Create(), CoverageCommand.Create(), SeedsCommand.Create(),
        HamiltonianCommand.Create(), PlanningCommand.Create(), MultistepCommand.Create(), LorenzCommand.Create(),
        ActingCommands.Docking(), ActingCommands.CartPole(), ActingCommands.SwingUp(),
    };

    internal static int Invoke(string[] arguments)
    {
        var parsed = Create().Parse(arguments.Length > 0 ? arguments : ["parts"]);
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (UsageException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.Usage;
        }
    }
}
