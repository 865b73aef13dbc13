using System.Numerics;
using System.Text.Json.Nodes;
using SharpGLTF.Schema2;
using Place = SharpGLTF.Schema2.Scene;

namespace WorldModel.Twins;

/// <summary>The tree of placements as the tree of a glTF file's nodes.</summary>
internal static class GltfTree
{
    private const string Mark = "worldmodel";

    // A quarter turn about x stands a z-up scene on glTF's y-up ground; the numbers of the placements stay as they are.
    private static readonly Quaternion Upright = new(-MathF.Sqrt(0.5f), 0, 0, MathF.Sqrt(0.5f));

    internal static void Grow(Place place, Scene scene)
    {
        GltfMeshes meshes = new(place.LogicalParent);
        var ground = place.CreateNode("ground");
        ground.LocalTransform = new(Vector3.One, Upright, Vector3.Zero);
        ground.Extras = new JsonObject { [Mark] = 1 };
        ground.Mesh = meshes.Ground(scene);
        var carried = scene.Placements.Select((placement, row) => (placement, row)).ToLookup(pair => pair.placement.Parent ?? "");
        Stack<(Node Node, string Name)> open = new([(ground, "")]);
        while (open.TryPop(out var carrier))
        {
            foreach (var (placement, row) in carried[carrier.Name])
            {
                var node = carrier.Node.CreateNode(placement.Name);
                GltfNode.Write(node, placement, row);
                node.Mesh = meshes.Of(placement);
                open.Push((node, placement.Name));
            }
        }
    }

    internal static IEnumerable<Placement> Placements(ModelRoot model, string path)
    {
        var ground = model.LogicalNodes.FirstOrDefault(node => node.Extras is JsonObject extras && extras.ContainsKey(Mark))
            ?? throw new GltfException($"{path}: this glTF file holds no scene of placements (no node is marked \"{Mark}\" in its extras); read one that Gltf.Write wrote, and keep custom properties when another program exports it");
        return Below(ground).Select(node => GltfNode.Read(node, node.VisualParent == ground ? null : node.VisualParent.Name, path))
            .OrderBy(found => found.Row).Select(found => found.Placement);
    }

    private static IEnumerable<Node> Below(Node ground)
    {
        Stack<Node> open = new(ground.VisualChildren);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.VisualChildren)
            {
                open.Push(child);
            }
        }
    }
}
