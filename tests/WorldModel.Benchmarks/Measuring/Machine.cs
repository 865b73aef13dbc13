using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using WorldModel.Kernels;

namespace WorldModel.Benchmarks.Measuring;

/// <summary>What the numbers were measured on: without it they mean nothing.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";

    /// <summary>Facts for the head of a report, a line each.</summary>
    internal static string[] Facts() =>
    [
        $"{Processor()}, {Environment.ProcessorCount} threads, {RuntimeInformation.OSDescription}",
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}, kernels in vectors of {(int)SimdWidths.Chosen} bits, TorchSharp {VersionOf(typeof(Tensor))}, WorldModel {VersionOf(typeof(Space))}"),
        string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC"),
    ];

    /// <summary>The processor's name in Linux's list.</summary>
    internal static string Parse(IEnumerable<string> list) =>
        list.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : "unknown processor";

    private static string Processor() =>
        File.Exists(Processors) ? Parse(File.ReadLines(Processors)) : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";

    private static string VersionOf(Type type) =>
        (type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? $"{type.Assembly.GetName().Version}").Split('+')[0];
}
