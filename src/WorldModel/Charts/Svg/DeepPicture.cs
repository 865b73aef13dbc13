using System.Globalization;
using System.Numerics;

namespace WorldModel.Charts;

/// <summary>Bodies, paths and markers in space, painted from far to near.</summary>
internal sealed class DeepPicture
{
    private const int MostPoints = 180;

    private readonly Drawing drawing;
    private readonly Vector3 low, high;
    private readonly View view;

    internal DeepPicture(Drawing drawing, double top, double height)
    {
        this.drawing = drawing;
        Axis[] axes = [drawing.X, drawing.Y, drawing.Z!];
        float[] lows = [.. axes.Select(axis => (float)axis.Range!.Value.Low)], highs = [.. axes.Select(axis => (float)axis.Range!.Value.High)];
        (low, high) = (new(lows), new(highs));
        view = new(low, high, drawing.HasTrueProportions, (70, top + 8, PictureFrame.Width - 130, height - 56));
    }

    internal void Draw(Svg svg)
    {
        DrawAxis(svg, drawing.X, (low, high with { Y = low.Y, Z = low.Z }), (0, 15), "middle");
        DrawAxis(svg, drawing.Y, (low with { X = high.X }, high with { Z = low.Z }), (8, 11), "start");
        DrawAxis(svg, drawing.Z!, (low, low with { Z = high.Z }), (-8, 4), "end");
        foreach (var (path, color, opacity) in Faces())
        {
            svg.Raw($"<path d=\"{path}\" fill=\"{color}\" stroke=\"{color}\" stroke-width=\"0.4\"{(opacity < 1 ? $" opacity=\"{opacity.ToString("0.##", CultureInfo.InvariantCulture)}\"" : "")}/>");
        }

        foreach (var series in drawing.Series)
        {
            Draw(svg, series);
        }
    }

    private void DrawAxis(Svg svg, Axis axis, (Vector3 From, Vector3 To) edge, (double X, double Y) offset, string anchor)
    {
        var (from, to) = (view.At(edge.From), view.At(edge.To));
        svg.Line(from, to, Theme.Faint);
        var range = axis.Range!.Value;
        var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        foreach (var tick in Ticks.Of(range.Low, range.High, false, Math.Max(1, (int)(length / 45))))
        {
            var at = view.At(Vector3.Lerp(edge.From, edge.To, (float)((tick - range.Low) / (range.High - range.Low))));
            svg.Dot(at, 1.5, Theme.Faint).Text(Ticks.Label(tick), (at.X + offset.X, at.Y + offset.Y), anchor, 10, Theme.Faint);
        }

        var middle = ((from.X + to.X) / 2 + 3.2 * offset.X, (from.Y + to.Y) / 2 + (anchor == "end" ? 0 : 2.3 * offset.Y));
        svg.Text(axis.Title, middle, anchor, 11);
    }

    /// <summary>What lies flat first, then all other faces from far to near.</summary>
    private IEnumerable<(string Path, string Color, double Opacity)> Faces()
    {
        var faces = drawing.Bodies.SelectMany(body => body.Faces.Select(face => (Body: body, A: body.Points[face.A], B: body.Points[face.B], C: body.Points[face.C])));
        return faces
            .Select(face => (face, Normal: Vector3.Normalize(Vector3.Cross(face.B - face.A, face.C - face.A)), Flat: IsFlat(face.Body)))
            .Where(one => View.Brightness(one.Normal) is not null)
            .OrderBy(one => one.Flat ? one.face.A.Z - 1e6f : view.Nearness((one.face.A + one.face.B + one.face.C) / 3))
            .Select(one => (Triangle(one.face.A, one.face.B, one.face.C), Shaded(one.face.Body.Color, View.Brightness(one.Normal)!.Value), one.face.Body.Opacity));
    }

    private static bool IsFlat(Body body) => body.Points.Max(p => p.Z) - body.Points.Min(p => p.Z) < 1e-4f;

    private string Triangle(params Vector3[] points) =>
        $"M{string.Join("L", points.Select(view.At).Select(at => $"{Svg.At(at.X)} {Svg.At(at.Y)}"))}Z";

    private static string Shaded(string color, double brightness)
    {
        var rgb = Convert.FromHexString(color[1..]).Select(part => (byte)Math.Clamp(part * brightness, 0, 255)).ToArray();
        return $"#{Convert.ToHexString(rgb)}";
    }

    private void Draw(Svg svg, Series series)
    {
        int[] points = [.. Numbers.Thin(series.X.Length, MostPoints).Where(series.Has)];
        var places = points.Select(i => view.At(new((float)series.X[i], (float)series.Y[i], (float)series.Z![i]))).ToArray();
        if (series.Mark == Mark.Line)
        {
            svg.Path($"M{string.Join("L", places.Select(at => $"{Svg.At(at.X)} {Svg.At(at.Y)}"))}", series);
            return;
        }

        for (var i = 0; i < points.Length; i++)
        {
            _ = series.Mark == Mark.Labels
                ? svg.Text(series.Texts![points[i]], (places[i].X, places[i].Y - 3), "middle", 10)
                : svg.Dot(places[i], series.Width / 2, series.Color, series.Opacity);
        }
    }
}
