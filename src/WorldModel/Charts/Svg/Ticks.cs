using System.Globalization;

namespace WorldModel.Charts;

/// <summary>Round numbers along an axis.</summary>
internal static class Ticks
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    internal static double[] Of(double low, double high, bool isLog, int most) =>
        isLog ? Decades(low, high, most) : Linear(low, high, most);

    /// <summary>Short labels of ticks, with as many digits as tell neighbours apart.</summary>
    internal static string[] Labels(double[] ticks)
    {
        var step = ticks.Length > 1 ? Math.Abs(ticks[1] - ticks[0]) : 0;
        return [.. ticks.Select(tick => Label(tick, step))];
    }

    private static string Label(double value, double step)
    {
        var digits = step > 0 && Math.Abs(value) > 0 ? Math.Clamp((int)Math.Ceiling(Math.Log10(Math.Abs(value) / step) - 1e-9) + 1, 1, 15) : 6;
        return Math.Abs(value) is 0 or (>= 1e-3 and < 1e5)
            ? ((decimal)value).ToString($"0.{new string('#', 12)}", CultureInfo.InvariantCulture)
            : value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture);
    }

    private static double[] Linear(double low, double high, int most)
    {
        var rough = (high - low) / Math.Max(1, most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * Steps.First(step => step * power >= rough * 0.999999);
        var first = (long)Math.Ceiling(low / step - 1e-9);
        var last = (long)Math.Floor(high / step + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => Math.Round((first + i) * step, 12))];
    }

    private static double[] Decades(double low, double high, int most)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        var stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)most));
        double[] within = last - first <= 2 ? [1, 2, 5] : [1];
        var all = Enumerable.Range(first, last - first + 1).Where(decade => decade % stride == 0)
            .SelectMany(decade => within.Select(digit => double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digit}e{decade}"), CultureInfo.InvariantCulture)));
        return [.. all.Where(value => value >= low * 0.999999 && value <= high * 1.000001)];
    }
}
