using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>Outputs in nbformat 4.5's form.</summary>
internal static class OutputJson
{
    public static JsonArray From(IEnumerable<Output> outputs, int executionCount) =>
        new([.. outputs.Select(output => From(output, executionCount))]);

    /// <summary>Whether a file's outputs say the same, be their texts stored as one string or as lines.</summary>
    public static bool Same(JsonElement old, JsonArray renewed)
    {
        try
        {
            return old.ValueKind == JsonValueKind.Array && JsonNode.DeepEquals(Canonical(old), renewed);
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            // A key twice, or lists in lists without end: no host saves that, so it is not the same.
            return false;
        }
    }

    private static JsonObject From(Output output, int executionCount) => output switch
    {
        StreamOutput stream => new JsonObject { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = Lines(stream.Text) },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        DataOutput { IsResult: true } data => new JsonObject
        {
            ["data"] = Bundle(data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        DataOutput data => new JsonObject { ["data"] = Bundle(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" },
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static JsonObject Bundle(DataOutput data) =>
        new(data.Data.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => KeyValuePair.Create(form.Key, OutputReader.IsJson(form.Key) ? JsonNode.Parse(form.Value) : Lines(form.Value))));

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static JsonNode? Canonical(JsonElement outputs)
    {
        var node = JsonNode.Parse(outputs.GetRawText());
        foreach (var output in node!.AsArray().OfType<JsonObject>())
        {
            Split(output, "text");
            foreach (var form in (output["data"] as JsonObject)?.Select(form => form.Key).Where(type => !OutputReader.IsJson(type)).ToArray() ?? [])
            {
                Split(output["data"]!.AsObject(), form);
            }
        }

        return node;
    }

    private static void Split(JsonObject owner, string name)
    {
        if (owner[name] is { } value && JsonSerializer.SerializeToElement(value).Lines() is { } text)
        {
            owner[name] = Lines(text);
        }
    }
}
