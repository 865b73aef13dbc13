using System.Globalization;

namespace WorldModel.Benchmarks.Measuring;

/// <summary>What this process holds of the machine's memory [MB].</summary>
internal static class ResidentMemory
{
    private const string Status = "/proc/self/status";

    internal static double Megabytes() =>
        File.Exists(Status) ? Parse(File.ReadLines(Status)) : Environment.WorkingSet / 1e6;

    /// <summary>The line <c>VmRSS: 123 kB</c> of Linux, whose kB are 1024 bytes.</summary>
    /// <exception cref="FormatException">There is no such line.</exception>
    internal static double Parse(IEnumerable<string> status)
    {
        var line = status.FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) ?? throw new FormatException($"{Status} has no line VmRSS");
        return 1024 * double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1e6;
    }
}
