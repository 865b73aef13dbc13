using System.CommandLine;
namespace WorldModel.Benchmarks.CommandLine;

internal static class MemoryCommand { internal static Command Create() => new("memory", ""); }
