using System.Numerics;
using System.Text.Json;
using CsCheck;
using SharpGLTF.Schema2;
using WorldModel.Data;
using WorldModel.Tests.Data;
using WorldModel.Twins;
using Scene = WorldModel.Twins.Scene;

namespace WorldModel.Tests.Twins;

public sealed class GltfTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_scene_comes_back_to_the_last_bit() =>
        AnyScenes.Any.Sample(scene => Assert.Equal(AnyScenes.Bits(scene), AnyScenes.Bits(ThereAndBack(scene))), threads: 1);

    [Fact]
    public void The_orchard_comes_back_to_the_last_bit() => Assert.Equal(AnyScenes.Bits(Orchard()), AnyScenes.Bits(ThereAndBack(Orchard())));

    [Fact]
    public void A_chain_of_a_thousand_carriers_comes_back()
    {
        Scene chain = new(Enumerable.Range(0, 1000).Reverse().Select(i => new Placement($"{i}", "link", Vector3.One, Quaternion.Identity, Vector3.Zero, i == 0 ? null : $"{i - 1}")));
        Assert.Equal(chain.Placements, ThereAndBack(chain).Placements);
    }

    [Fact]
    public void A_node_is_where_the_scene_has_it_with_z_turned_up_to_y()
    {
        Gltf.Write(Orchard(), folder["orchard.glb"]);
        var model = ModelRoot.Load(folder["orchard.glb"]);
        foreach (var node in model.LogicalNodes.Where(node => node.VisualParent is not null))
        {
            var at = Orchard().Pose(node.Name).Position;
            Assert.Equal(0, (new Vector3(at.X, at.Z, -at.Y) - node.WorldMatrix.Translation).Length(), 1e-4f);
        }
    }

    [Fact]
    public void A_mesh_has_the_size_of_its_placement_and_is_shared_by_all_of_its_size()
    {
        Gltf.Write(Orchard(), folder["orchard.glb"]);
        var nodes = ModelRoot.Load(folder["orchard.glb"]).LogicalNodes.ToDictionary(node => node.Name);
        Assert.Same(nodes["apple 1"].Mesh, nodes["apple 3"].Mesh);
        Assert.NotSame(nodes["apple 1"].Mesh, nodes["apple 2"].Mesh);
        foreach (var placement in Orchard().Placements.Where(placement => placement.Kind is "jetty" or "boat" or "shed" or "tree" or "lake"))
        {
            var points = nodes[placement.Name].Mesh.Primitives.SelectMany(part => part.GetVertexAccessor("POSITION").AsVector3Array()).ToList();
            var extent = points.Aggregate(Vector3.Max) - points.Aggregate(Vector3.Min);
            // A roof overhangs, and a circle of few corners is a little narrower than the circle.
            Assert.InRange(extent.X, 0.85f * placement.Size.X, 1.13f * placement.Size.X);
            Assert.InRange(extent.Y, 0.85f * placement.Size.Y, 1.13f * placement.Size.Y);
            Assert.Equal(placement.Size.Z, extent.Z, 1e-4f);
        }
    }

    [Fact]
    public void What_another_program_moved_has_moved()
    {
        Scene scene = new([new("stone", "stone", new(-0f, 0, 0), new(0, 0, 0, 1.00005f), Vector3.One)]);
        Gltf.Write(scene, folder["scene.glb"]);
        var model = ModelRoot.Load(folder["scene.glb"]);
        model.LogicalNodes.Single(node => node.Name == "stone").LocalTransform = new(Vector3.One, new Quaternion(1, 0, 0, 0), new(1, 2, 3));
        model.SaveGLB(folder["moved.glb"]);
        var moved = Gltf.Read(folder["moved.glb"])["stone"];
        Assert.Equal((new Vector3(1, 2, 3), new Quaternion(1, 0, 0, 0)), (moved.Position, moved.Orientation));
    }

    [Fact]
    public void Writing_replaces_an_older_file_and_leaves_nothing_beside_it()
    {
        Gltf.Write(Orchard(), folder["scene.glb"]);
        Gltf.Write(new([]), folder["scene.glb"]);
        Assert.Empty(Gltf.Read(folder["scene.glb"]).Placements);
        Assert.Equal(["scene.glb"], folder.Files);
        Assert.Throws<DirectoryNotFoundException>(() => Gltf.Write(Orchard(), folder["nowhere/scene.glb"]));
    }

    [Fact]
    public void Two_writings_are_the_same_file()
    {
        Gltf.Write(Orchard(), folder["a.glb"]);
        Gltf.Write(Orchard(), folder["b.glb"]);
        Assert.Equal(File.ReadAllBytes(folder["a.glb"]), File.ReadAllBytes(folder["b.glb"]));
    }

    /// <summary>Leaves them where .ci/run wants them, for the Khronos validator.</summary>
    [Fact]
    public void Samples_for_other_programs_hold_a_node_for_every_placement_and_one_for_the_ground()
    {
        var place = Environment.GetEnvironmentVariable("WORLDMODEL_GLTF") ?? folder["."];
        Scene[] scenes = [Orchard(), .. AnyScenes.Any.Array[40].Single(_ => true, seed: "0000KOIPe036")];
        for (var i = 0; i < scenes.Length; i++)
        {
            var file = Path.Combine(place, i == 0 ? "orchard.glb" : $"random-{i}.glb");
            Gltf.Write(scenes[i], file);
            Assert.Equal(scenes[i].Placements.Count + 1, ModelRoot.Load(file).LogicalNodes.Count);
        }
    }

    internal static Scene Orchard() => Csv.Read(Path.Combine(Repository.Root, "notebooks", "data", "orchard.csv")).ToScene();

    private Scene ThereAndBack(Scene scene)
    {
        Gltf.Write(scene, folder["scene.glb"]);
        return Gltf.Read(folder["scene.glb"]);
    }
}
