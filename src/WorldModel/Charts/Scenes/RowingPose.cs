using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>A boat at one moment: where it is, where it points, and how far its oars are in their stroke.</summary>
internal readonly record struct RowingPose(Vector3 Place, float Heading, float LeftStroke, float RightStroke)
{
    // Drawn as Boat is by default.
    private const float Length = 1.8f;
    private const float Lock = 0.65f;
    private const float Sweep = 0.85f;
    private const float Lift = 0.3f;
    private const float Rail = 0.5f;

    /// <summary>Hull, then left oar, then right oar around the origin, before they are moved.</summary>
    internal static Solid[] Solids { get; } = [Solid.Hull(new(4, 1.35f, 0.55f)), Oar(), Oar()];

    /// <summary>Points of one of <see cref="Solids"/> where they are now.</summary>
    internal Vector3[] Points(int solid)
    {
        var heading = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, Heading);
        var place = Place;
        return solid == 0
            ? Solids[0].At(place, heading).Points
            : [.. OarPoints(Solids[solid], solid == 1 ? LeftStroke : RightStroke, side: solid == 1 ? 1 : -1).Select(point => place + Vector3.Transform(point, heading))];
    }

    // In the boat's frame: the blade is in the water on its way aft and above it on its way back.
    private static IEnumerable<Vector3> OarPoints(Solid oar, float stroke, int side)
    {
        var angle = -Sweep * MathF.Cos(stroke);
        var lift = Lift * MathF.Max(0, -MathF.Sin(stroke));
        return oar.Points.Select(point =>
        {
            var along = point.Y * (point.Y > 0 ? 1 : 0.4f);
            var (sine, cosine) = MathF.SinCos(angle);
            var height = Rail + ((lift - Rail) * point.Y / Length);
            return new Vector3((point.X * cosine) - (along * sine), side * (Lock + (along * cosine) + (point.X * sine)), height + point.Z);
        });
    }

    // A shaft that reaches inboard too, along y, and its blade.
    private static Solid Oar()
    {
        var turned = Quaternion.Identity;
        return Solid.Join(
        [
            Solid.Box(new(0.07f, Length + 0.8f, 0.07f)).At(new(0, (Length - 0.8f) / 2, 0), turned),
            Solid.Box(new(0.2f, 0.5f, 0.04f)).At(new(0, Length - 0.1f, 0), turned),
        ]);
    }
}
