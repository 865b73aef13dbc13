using System.Numerics;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class SceneTests
{
    private static readonly Gen<float> Coordinate = Gen.Float[-10, 10];
    private static readonly Gen<Vector3> Position = Gen.Select(Coordinate, Coordinate, Coordinate, (x, y, z) => new Vector3(x, y, z));
    private static readonly Gen<Quaternion> Turn = Gen.Select(Coordinate, Coordinate, Coordinate, Gen.Float[0.1f, 10])
        .Select((x, y, z, w) => Quaternion.Normalize(new(x, y, z, w)));

    [Fact]
    public void A_pose_composes_with_its_parents_as_matrices_do() =>
        Gen.Select(Position, Turn).Array[1, 5].Sample(poses =>
        {
            var scene = new Scene(poses.Select((pose, i) => new Placement($"p{i}", "part", pose.Item1, pose.Item2, Vector3.One, i == 0 ? null : $"p{i - 1}")));
            var (position, orientation) = scene.Pose($"p{poses.Length - 1}");
            var matrix = poses.Reverse().Select(pose => Matrix4x4.CreateFromQuaternion(pose.Item2) * Matrix4x4.CreateTranslation(pose.Item1)).Aggregate((inner, outer) => inner * outer);
            AssertNear(Vector3.Transform(Vector3.Zero, matrix), position);
            AssertNear(Vector3.TransformNormal(new(1, 2, 3), matrix), Vector3.Transform(new(1, 2, 3), orientation));
        });

    [Fact]
    public void A_move_moves_what_is_carried_along()
    {
        var scene = new Scene([Named("boat", at: new(5, 0, 0)), Named("oar", "boat", new(0, 1, 0))]).Move("boat", new(7, 0, 0));
        Assert.Equal(new Vector3(7, 1, 0), scene.Pose("oar").Position);
        Assert.Equal(new Vector3(0, 1, 0), scene["oar"].Position);
    }

    [Fact]
    public void A_scene_is_never_changed_in_place()
    {
        var scene = new Scene([Named("boat")]);
        scene.Move("boat", Vector3.One);
        Assert.Equal(Vector3.Zero, scene["boat"].Position);
    }

    [Fact]
    public void A_name_that_is_not_there_is_named_beside_those_that_are()
    {
        var scene = new Scene([Named("boat"), Named("jetty")]);
        Assert.True(scene.Has("jetty"));
        Assert.False(scene.Has("tree"));
        Assert.Contains("'tree'; it has boat, jetty", Assert.Throws<KeyNotFoundException>(() => scene["tree"]).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => scene.Pose("tree"));
        Assert.Throws<KeyNotFoundException>(() => scene.Move("tree", default));
    }

    [Fact]
    public void A_scene_may_be_empty() => Assert.Empty(new Scene([]).Placements);

    private static Placement Named(string name, string? parent = null, Vector3 at = default) =>
        new(name, "thing", at, Quaternion.Identity, Vector3.One, parent);

    private static void AssertNear(Vector3 expected, Vector3 found) => Assert.True((expected - found).Length() < 1e-3f, $"{found}, not {expected}");
}
