using System.Globalization;

namespace WorldModel.Charts;

/// <summary>A drawing in words.</summary>
internal static class Contents
{
    /// <summary>Name, number of points and range of every series, in the unit of the given coordinate.</summary>
    internal static string[] Of(IEnumerable<Series> series, string unit, Func<Series, double[]> values) =>
        [.. series.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} ({one.Count} points{Range(values(one), unit)})"))];

    /// <summary>Alternative text: chart, title, axes and contents.</summary>
    internal static string Describe(Drawing drawing)
    {
        var axes = drawing.Z is { } z ? $"{drawing.X.Title}, {drawing.Y.Title} and {z.Title}" : $"{drawing.Y.Title} against {drawing.X.Title}";
        var motion = drawing.Motion is { } clip ? string.Create(CultureInfo.InvariantCulture, $" Moves from {clip.Seconds[0]:g4} s to {clip.Seconds[^1]:g4} s.") : "";
        return $"{drawing.Kind}: {drawing.Title}. Axes: {axes}. Shows: {string.Join("; ", drawing.Contents)}.{motion}";
    }

    private static string Range(double[] values, string unit)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        var end = unit.Length == 0 ? "" : $" {unit}";
        return finite.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {finite.Min():g4} to {finite.Max():g4}{end}");
    }
}
