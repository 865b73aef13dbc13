using System.Numerics;

namespace WorldModel.Charts;

/// <summary>An orthographic look at a box of space, fitted into an area of the picture.</summary>
internal sealed class View
{
    /// <summary>Towards the viewer, the same side that the interactive chart opens at.</summary>
    internal static readonly Vector3 Towards = Vector3.Normalize(new(0.42f, -0.78f, 0.46f));

    /// <summary>Towards the light.</summary>
    internal static readonly Vector3 Sun = Vector3.Normalize(new(-0.3f, -0.5f, 1));
    private static readonly Vector3 Rightwards = Vector3.Normalize(Vector3.Cross(Vector3.UnitZ, Towards));
    private static readonly Vector3 Upwards = Vector3.Cross(Towards, Rightwards);

    private readonly Vector3 low, stretch;
    private readonly double scale, left, bottom;

    /// <summary>A look at all between two corners.</summary>
    internal View(Vector3 low, Vector3 high, bool isTrue, (double X, double Y, double Width, double Height) area)
    {
        var size = high - low;
        (this.low, stretch) = (low, isTrue ? Vector3.One : new(1 / size.X, 1 / size.Y, 1 / size.Z));
        Vector3[] corners = [.. Enumerable.Range(0, 8).Select(i => size * stretch * new Vector3(i & 1, (i >> 1) & 1, i >> 2))];
        float[] rights = [.. corners.Select(corner => Vector3.Dot(corner, Rightwards))];
        float[] ups = [.. corners.Select(corner => Vector3.Dot(corner, Upwards))];
        scale = Math.Min(area.Width / (rights.Max() - rights.Min()), area.Height / (ups.Max() - ups.Min()));
        left = area.X + area.Width / 2 - scale * (rights.Max() + rights.Min()) / 2;
        bottom = area.Y + area.Height / 2 + scale * (ups.Max() + ups.Min()) / 2;
    }

    /// <summary>How wide, high and deep a box with these sides looks.</summary>
    internal static (double Width, double Height, double Depth) Spans(double[] sides)
    {
        double Along(Vector3 direction) => Math.Abs(direction.X) * sides[0] + Math.Abs(direction.Y) * sides[1] + Math.Abs(direction.Z) * sides[2];
        return (Along(Rightwards), Along(Upwards), Along(Towards));
    }

    internal (double X, double Y) At(Vector3 point)
    {
        var own = (point - low) * stretch;
        return (left + scale * Vector3.Dot(own, Rightwards), bottom - scale * Vector3.Dot(own, Upwards));
    }

    /// <summary>Greater is nearer to the viewer.</summary>
    internal float Nearness(Vector3 point) => Vector3.Dot((point - low) * stretch, Towards);

    /// <summary>How bright a surface with this normal is; null when it is seen from behind.</summary>
    internal static double? Brightness(Vector3 normal) =>
        Vector3.Dot(normal, Towards) <= 0 ? null : 0.86 + 0.14 * Vector3.Dot(normal, Sun);
}
