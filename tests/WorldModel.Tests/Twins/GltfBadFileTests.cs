using System.Numerics;
using System.Text.Json.Nodes;
using CsCheck;
using SharpGLTF.Schema2;
using WorldModel.Tests.Data;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class GltfBadFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("nothing.glb", Assert.Throws<FileNotFoundException>(() => Gltf.Read(folder["nothing.glb"])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("go")]
    [InlineData("{\"asset\":{\"version\":\"2.0\"}}")]
    [InlineData("name,kind\ntree,tree\n")]
    public void What_is_no_glTF_binary_is_told_to_be_exported_as_one(string text) => AssertSays(folder.Write("text.glb", text), "no glTF binary", "export it as .glb");

    [Fact]
    public void A_file_cut_off_anywhere_says_so()
    {
        var whole = Written();
        foreach (var length in new[] { 4, 5, 11, 12, 13, 20, 100, whole.Length / 2, whole.Length - 1 })
        {
            AssertSays(Write(whole[..length]), "cut off", $"{length} bytes", "again");
        }
    }

    [Fact]
    public void Another_version_is_named()
    {
        var bytes = Written();
        bytes[4] = 1;
        AssertSays(Write(bytes), "glTF version 1", "glTF 2.0");
    }

    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_crashes() =>
        Gen.Select(Gen.Int[0, Written().Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            var bytes = Written();
            foreach (var (at, value) in changes)
            {
                bytes[at] = value;
            }

            var path = Write(bytes);
            try
            {
                Assert.NotNull(Gltf.Read(path));
            }
            catch (GltfException e)
            {
                Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
            }
        }, threads: 1);

    [Fact]
    public void A_foreign_file_is_told_from_a_scene()
    {
        var model = ModelRoot.CreateModel();
        model.UseScene("cube").CreateNode("cube");
        model.SaveGLB(folder["cube.glb"]);
        AssertSays(folder["cube.glb"], "no scene of placements", "Gltf.Write");
    }

    [Theory]
    [InlineData("size")]
    [InlineData("kind")]
    public void A_node_without_what_makes_it_a_placement_is_named(string lost) =>
        AssertSays(Changed(node => ((JsonObject)node.Extras).Remove(lost)), "the node 'tree'", $"\"{lost}\"");

    [Fact]
    public void Placements_that_make_no_scene_are_named_with_the_file() =>
        AssertSays(Changed(node => node.Extras["size"] = new JsonArray(1, -2, 1)), "row 1 ('tree')", "size");

    [Fact]
    public void Half_a_character_is_refused_before_anything_is_written()
    {
        var e = Assert.Throws<GltfException>(() => Gltf.Write(new([Tree with { Name = "tr\uD83C" }]), folder["scene.glb"]));
        Assert.Contains("row 1", e.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    private static Placement Tree => new("tree", "tree", Vector3.One, Quaternion.Identity, Vector3.One);

    private string Changed(Action<Node> change)
    {
        Gltf.Write(new([Tree]), folder["scene.glb"]);
        var model = ModelRoot.Load(folder["scene.glb"]);
        change(model.LogicalNodes.Single(node => node.Name == "tree"));
        model.SaveGLB(folder["changed.glb"]);
        return folder["changed.glb"];
    }

    private byte[] Written()
    {
        Gltf.Write(new([Tree, new("apple", "apple", Vector3.UnitZ, Quaternion.Identity, Vector3.One, "tree")]), folder["whole.glb"]);
        return File.ReadAllBytes(folder["whole.glb"]);
    }

    private string Write(byte[] bytes)
    {
        File.WriteAllBytes(folder["bytes.glb"], bytes);
        return folder["bytes.glb"];
    }

    private static void AssertSays(string path, params string[] words)
    {
        var message = Assert.Throws<GltfException>(() => Gltf.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }
}
