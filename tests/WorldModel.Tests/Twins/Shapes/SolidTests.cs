using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class SolidTests
{
    private static readonly Vector3 Size = new(2, 3, 5);

    [Theory]
    [InlineData("box", 1.0)]
    [InlineData("pole", 0.90, 0.1)]
    [InlineData("ellipsoid", 0.70, 0.1)]
    [InlineData("roof", 0.5)]
    public void A_closed_solid_faces_outwards_everywhere_and_fills_its_share_of_the_box(string shape, double share, double tolerance = 1e-4)
    {
        var solid = Make(shape);
        Assert.Equal(share * (shape is "pole" or "ellipsoid" ? Math.PI / 4 * (shape == "pole" ? 1 : 0.85) : 1), Volume(solid) / (Size.X * Size.Y * Size.Z), tolerance);
        Assert.All(EdgeUses(solid), uses => Assert.Equal((1, 1), uses));
    }

    [Fact]
    public void Every_solid_stands_on_its_base_and_reaches_its_height()
    {
        foreach (var solid in new[] { "box", "pole", "ellipsoid", "roof", "hull" }.Select(Make))
        {
            Assert.Equal((0f, Size.Z), (solid.Points.Min(p => p.Z), solid.Points.Max(p => p.Z)));
            Assert.All(solid.Points, p => Assert.True(Math.Abs(p.X) <= Size.X / 2 + 1e-5 && Math.Abs(p.Y) <= Size.Y / 2 + 1e-5));
        }
    }

    private static Solid Make(string shape) => shape switch
    {
        "box" => Solid.Box(Size),
        "pole" => Solid.Pole(Size),
        "ellipsoid" => Solid.Ellipsoid(Size),
        "roof" => Solid.Roof(Size),
        _ => Solid.Hull(Size),
    };

    /// <summary>By the divergence theorem: positive only where faces turn outwards.</summary>
    private static double Volume(Solid solid) =>
        solid.Faces.Sum(face => Vector3.Dot(solid.Points[face.A], Vector3.Cross(solid.Points[face.B], solid.Points[face.C])) / 6.0);

    /// <summary>How often each edge is walked in either direction: once each in a closed surface.</summary>
    private static IEnumerable<(int, int)> EdgeUses(Solid solid) =>
        solid.Faces.SelectMany(face => new[] { (face.A, face.B), (face.B, face.C), (face.C, face.A) })
            .GroupBy(edge => (Math.Min(edge.Item1, edge.Item2), Math.Max(edge.Item1, edge.Item2)))
            .Select(group => (group.Count(edge => edge.Item1 < edge.Item2), group.Count(edge => edge.Item1 > edge.Item2)));
}
