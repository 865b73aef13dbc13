using System.CommandLine;
namespace WorldModel.Benchmarks.CommandLine;

internal static class ScalingCommand { internal static Command Create() => new("scaling", ""); }
