using System.Globalization;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>Numbers as tables show them: three digits, and the unit in which they are easy to read.</summary>
internal static class Amounts
{
    private static readonly (double Size, string Unit)[] Units = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")];

    /// <summary>A time: 1.5 ms.</summary>
    internal static string Time(double seconds)
    {
        var (size, unit) = Units.FirstOrDefault(one => seconds >= one.Size * 0.9995, Units[^1]);
        return $"{Three(seconds / size)} {unit}";
    }

    internal static string Ratio(double? ratio) => ratio is { } value ? Three(value) : "–";

    internal static string Percent(double? fraction) => fraction is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0} %") : "–";

    internal static string Megabytes(double megabytes) => string.Create(CultureInfo.InvariantCulture, $"{megabytes:0} MB");

    /// <summary>A whole number in groups of three: 1 000 000.</summary>
    internal static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    internal static string GigaFlops(double flops) => string.Create(CultureInfo.InvariantCulture, $"{flops / 1e9:0} GFLOP/s");

    // Three digits, without an exponent.
    private static string Three(double value)
    {
        var decimals = value > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(value * 1.0005)), 0, 6) : 0;
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
