using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Tests.Fuzzing;

/// <summary>Damage that leaves the file JSON: nodes that are gone, doubled, elsewhere or of another kind.</summary>
internal static class TreeMutation
{
    public static void Apply(JsonObject root, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                root["cells"] = new JsonArray();
                break;
            case 1:
                root["cells"] = Many(root, random.Next(1000, 3000));
                break;
            default:
                ChangeNode(root, random);
                break;
        }
    }

    private static JsonArray Many(JsonObject root, int count)
    {
        var small = root["cells"]!.AsArray().MinBy(cell => cell!.ToJsonString().Length)!;
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => small.DeepClone())]);
    }

    private static void ChangeNode(JsonObject root, Random random)
    {
        var nodes = Below(root).ToArray();
        var node = nodes[random.Next(nodes.Length)];
        var other = nodes[random.Next(nodes.Length)];
        switch (node.Parent)
        {
            case JsonObject owner when random.Next(3) == 0:
                owner.Remove(node.GetPropertyName());
                break;
            case JsonArray list when random.Next(3) == 0:
                list.RemoveAt(node.GetElementIndex());
                break;
            case JsonArray list when random.Next(2) == 0:
                list.Insert(node.GetElementIndex(), node.DeepClone());
                break;
            default:
                node.ReplaceWith(random.Next(2) == 0 ? other.DeepClone() : StrangeValues.Node(random));
                break;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => Children(node).SelectMany(child => Below(child).Prepend(child));

    private static IEnumerable<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>(),
        JsonArray items => items.OfType<JsonNode>(),
        _ => [],
    };
}
