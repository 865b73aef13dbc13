using System.Numerics;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

/// <summary>Readings of every kind: also ones that no twin takes.</summary>
internal static class ReadingSamples
{
    private static readonly Gen<double> Time = Gen.OneOf(Gen.Double[-10, 10], Gen.Double, Gen.OneOf(double.NaN, double.PositiveInfinity, -0.0));
    private static readonly Gen<Vector3> Position = Gen.Select(Gen.Float, Gen.Float, Gen.Float, (x, y, z) => new Vector3(x, y, z));
    private static readonly Gen<Quaternion?> Turn = Gen.Select(Gen.Bool, Gen.Float, Gen.Float, Gen.Float, Gen.Float)
        .Select((isSeen, x, y, z, w) => isSeen ? new Quaternion(x, y, z, w) : (Quaternion?)null);

    private static readonly Gen<string> Name = Gen.OneOf(Gen.OneOf("apple", "tree", "a \"quoted\", name\nof two lines", "Бутылка 🍎", ""), Gen.String[Gen.Char['a', 'z'], 0, 9]);

    internal static Gen<Reading> Any { get; } = Gen.Select(Time, Name, Position, Turn, Time)
        .Select((time, name, position, turn, arrival) => new Reading(time, name, position) { Orientation = turn, Arrival = arrival });

    /// <summary>Valid readings of an apple and a tree, sometimes two for one moment.</summary>
    internal static Gen<Reading[]> Streams { get; } = Gen.Select(Gen.Int[-50, 50], Gen.OneOf("tree", "apple"), Gen.Float[-5, 5], Gen.Float[-3, 3], Gen.Bool)
        .Select((time, name, x, angle, isTurned) => new Reading(time / 10.0, name, new(x, 0, 0)) { Orientation = isTurned ? Quaternion.CreateFromAxisAngle(Vector3.UnitZ, angle) : null })
        .Array[0, 40];

    /// <summary>The same with one reading a moment.</summary>
    internal static Gen<Reading[]> DistinctStreams { get; } = Streams.Select(readings => readings.DistinctBy(reading => (reading.Time, reading.Placement)).ToArray());

    internal static Scene Survey { get; } = new([
        new("tree", "tree", new(9, 9, 0), Quaternion.Identity, Vector3.One),
        new("apple", "apple", new(0, 0, 3), Quaternion.Identity, Vector3.One)]);
}
