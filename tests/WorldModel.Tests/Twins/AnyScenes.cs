using System.Numerics;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

/// <summary>Random trees of placements with the strangest numbers and names that a scene allows.</summary>
internal static class AnyScenes
{
    private static readonly Gen<float> Coordinate = Gen.OneOf(Gen.Float.Where(float.IsFinite), Gen.Float[-10, 10], Either(0f, -0f, float.Epsilon, float.MaxValue, float.MinValue));
    private static readonly Gen<Vector3> Point = Gen.Select(Coordinate, Coordinate, Coordinate, (x, y, z) => new Vector3(x, y, z));

    // A unit quaternion is rarely of length 1 to the last bit; a survey's, written with six decimals, still less so.
    private static readonly Gen<Quaternion> Turn = Gen.Select(Gen.Float[-1, 1], Gen.Float[-1, 1], Gen.Float[-1, 1], Gen.Float[0.1f, 1])
        .Select(q => Quaternion.Normalize(new(q.Item1, q.Item2, q.Item3, q.Item4)));

    private static readonly Gen<Quaternion> Orientation = Gen.OneOf(
        Turn,
        Gen.Select(Turn, Gen.Float[-9e-5f, 9e-5f], (turn, error) => turn * (1 + error)),
        Either(Quaternion.Identity, new(-0f, 0, -0f, 1), new(0, 0, 0, -1), new(1, 0, 0, 0), new(0, 0, -0f, 1.00003f)));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char["a1 ,\"\\/\n\t\u0001#é.猫<>&"].Array[1, 5].Select(text => new string(text)),
        Either("ground", "tree", "apple", "boat", "lake", "shed", "camera", "jetty", "猫", "🍎 1", "نخلة", "toString", "null"))
        .Where(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>A scene; parents may stand behind their children.</summary>
    internal static readonly Gen<Scene> Any =
        from rows in Gen.Select(Text, Text, Point, Point, Orientation, Gen.Int[-2, 8]).Array[0, 9]
        from order in Gen.Int
        select Tree([.. rows.DistinctBy(row => row.Item1)], order);

    /// <summary>All bits of a scene's placements, where equality of numbers takes -0 for 0.</summary>
    internal static IEnumerable<string> Bits(Scene scene) => scene.Placements.Select(p =>
        $"{p.Name}|{p.Kind}|{p.Parent}|{Bits(p.Position.X, p.Position.Y, p.Position.Z)}|{Bits(p.Orientation.X, p.Orientation.Y, p.Orientation.Z, p.Orientation.W)}|{Bits(p.Size.X, p.Size.Y, p.Size.Z)}");

    private static Gen<T> Either<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Bits(params float[] numbers) => string.Join(' ', numbers.Select(number => BitConverter.SingleToInt32Bits(number).ToString("x8", null)));

    private static Scene Tree((string Name, string Kind, Vector3 At, Vector3 Size, Quaternion Turn, int Parent)[] rows, int order)
    {
        Placement[] placements = [.. rows.Select((row, i) => new Placement(
            row.Name, row.Kind, row.At, row.Turn, Vector3.Abs(row.Size), row.Parent >= 0 && row.Parent < i ? rows[row.Parent].Name : null))];
        new Random(order).Shuffle(placements);
        return new(placements);
    }
}
