using System.Globalization;
using System.Text.Json;

namespace WorldModel.Notebooks.Verification;

/// <summary>JSON in the one form that all files have which say the same: editors sort names, and write 1.0 where 1 was.</summary>
internal static class CanonicalJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return Of(document.RootElement);
    }

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Of))}]",
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };
}
