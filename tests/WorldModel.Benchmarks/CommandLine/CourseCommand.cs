using System.CommandLine;
using WorldModel.Benchmarks.Course;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The command <c>course</c>.</summary>
internal static class CourseCommand
{
    internal static Command Create()
    {
        MeasuringOptions options = new();
        Argument<string[]> paths = new("paths") { Arity = ArgumentArity.ZeroOrMore, Description = "Notebooks: files, folders or globs. Default: all of the course." };
        paths.Validators.Add(result => result.Tokens.Where(token => token.Value.StartsWith('-')).ToList().ForEach(token => result.AddError($"There is no option {token.Value}; course --help lists those that are.")));
        var command = new Command("course", "Executes the notebooks and tells the seconds and the peak memory of each.") { paths, options.Output };
        command.SetAction(parsed => CourseRun.Run(parsed.GetValue(paths) ?? [], parsed.GetValue(options.Output)!));
        return command;
    }
}
