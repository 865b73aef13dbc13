using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>Reads what may be missing or of another kind without an exception.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    public static string? Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>nbformat's multi-line string: one string, or a list of strings that belong together.</summary>
    public static string? Lines(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array when element.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String) =>
            string.Concat(element.EnumerateArray().Select(line => line.GetString())),
        _ => null,
    };
}
