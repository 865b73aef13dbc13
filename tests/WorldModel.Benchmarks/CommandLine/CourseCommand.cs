using System.CommandLine;
namespace WorldModel.Benchmarks.CommandLine;

internal static class CourseCommand { internal static Command Create() => new("course", ""); }
