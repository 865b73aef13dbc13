using System.Globalization;

namespace WorldModel.Charts;

/// <summary>Numbers as charts write them: short, because notebooks carry them.</summary>
internal static class Numbers
{
    private const int MostPoints = 1500;

    /// <summary>Six significant digits; null for a gap.</summary>
    internal static double? Short(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    internal static double?[] Short(double[] values) => [.. values.Select(Short)];

    /// <summary>Every n-th of so many points, the last one always, such that few enough are left.</summary>
    internal static int[] Thin(int count, int most = MostPoints)
    {
        var stride = Math.Max(1, (int)Math.Ceiling((count - 1) / Math.Max(1.0, most - 1)));
        var indices = Enumerable.Range(0, count).Where(i => i % stride == 0).ToList();
        if (count > 0 && indices[^1] != count - 1)
        {
            indices.Add(count - 1);
        }

        return [.. indices];
    }

    internal static string Say(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
