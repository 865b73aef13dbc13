using System.CommandLine;
namespace WorldModel.Benchmarks.CommandLine;

internal static class PartsCommand { internal static Command Create() => new("parts", ""); }
