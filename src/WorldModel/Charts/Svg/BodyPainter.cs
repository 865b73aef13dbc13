using System.Globalization;
using System.Numerics;

namespace WorldModel.Charts;

/// <summary>Paints bodies from far to near, one thing after the other and what lies flat first.</summary>
internal sealed class BodyPainter(View view)
{
    private const int Shades = 24;
    private const double Invisible = 0.5;

    internal void Draw(Svg svg, IReadOnlyList<Body> bodies)
    {
        foreach (var thing in bodies.SelectMany(Things).OrderBy(thing => thing.Rank))
        {
            // The faces of one shade are one path: short, and without seams.
            foreach (var shade in thing.Faces.GroupBy(face => face.Shade).OrderBy(group => group.Key))
            {
                var (color, opacity) = (Shaded(thing.Body.Color, Math.Abs(shade.Key) / (double)Shades), thing.Body.Opacity);
                var translucent = opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" opacity=\"{opacity:0.##}\"") : "";
                svg.Raw($"<path d=\"{string.Concat(shade.Select(face => face.Path))}\" fill=\"{color}\" stroke=\"{color}\" stroke-width=\".4\"{translucent}/>");
            }
        }
    }

    private IEnumerable<(Body Body, float Rank, (int Shade, string Path)[] Faces)> Things(Body body) =>
        from face in body.Faces
        group face by body.Texts?[face.A] into thing
        let points = thing.SelectMany(face => new[] { body.Points[face.A], body.Points[face.B], body.Points[face.C] }).ToArray()
        let isFlat = points.Max(p => p.Z) - points.Min(p => p.Z) < 1e-4f
        select (body, isFlat ? points[0].Z - 1e6f : view.Nearness(points.Aggregate(Vector3.Add) / points.Length), thing.SelectMany(face => Face(body, face)).ToArray());

    /// <summary>Shade and outline of a face that is seen; a negative shade is the inside, painted first.</summary>
    private IEnumerable<(int Shade, string Path)> Face(Body body, (int A, int B, int C) face)
    {
        var (a, b, c) = (body.Points[face.A], body.Points[face.B], body.Points[face.C]);
        var normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
        var inside = body.IsOpen && View.Brightness(normal) is null;
        if (View.Brightness(inside ? -normal : normal) is { } brightness && Area(view.At(a), view.At(b), view.At(c)) > Invisible)
        {
            var shade = (int)Math.Round(Shades * (inside ? 0.8 * brightness : brightness));
            yield return (inside ? -shade : shade, $"M{string.Join("L", new[] { a, b, c }.Select(view.At).Select(at => $"{Svg.At(at.X)} {Svg.At(at.Y)}"))}Z");
        }
    }

    private static double Area((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        Math.Abs((b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X)) / 2;

    private static string Shaded(string color, double brightness) =>
        $"#{Convert.ToHexString([.. Convert.FromHexString(color[1..]).Select(part => (byte)Math.Clamp(part * brightness, 0, 255))])}";
}
