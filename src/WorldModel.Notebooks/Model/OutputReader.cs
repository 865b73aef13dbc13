using System.Text.Json;

namespace WorldModel.Notebooks.Model;

/// <summary>Reads the outputs that a notebook was saved with; what is not in nbformat's form is left out, as hosts do.</summary>
internal static class OutputReader
{
    public static IReadOnlyList<Output> Read(JsonElement cell) => cell.Find("outputs") is { ValueKind: JsonValueKind.Array } outputs
        ? [.. outputs.EnumerateArray().Select(ReadOne).OfType<Output>()]
        : [];

    /// <summary>Whether a form is stored as JSON itself and not as text.</summary>
    public static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static Output? ReadOne(JsonElement output) => output.Text("output_type") switch
    {
        "stream" => new StreamOutput(output.Text("name") ?? "stdout", output.Find("text")?.Lines() ?? ""),
        "error" => new ErrorOutput(output.Text("ename") ?? "", output.Text("evalue") ?? "", Traceback(output)),
        "execute_result" => new DataOutput(Forms(output), IsResult: true),
        "display_data" => new DataOutput(Forms(output), IsResult: false),
        _ => null,
    };

    private static string[] Traceback(JsonElement output) => output.Find("traceback") is { ValueKind: JsonValueKind.Array } lines
        ? [.. lines.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.String).Select(line => line.GetString()!)]
        : [];

    private static Dictionary<string, string> Forms(JsonElement output)
    {
        var forms = new Dictionary<string, string>();
        if (output.Find("data") is { ValueKind: JsonValueKind.Object } data)
        {
            foreach (var form in data.EnumerateObject())
            {
                forms[form.Name] = IsJson(form.Name) ? JsonSerializer.Serialize(form.Value) : form.Value.Lines() ?? "";
            }
        }

        return forms;
    }
}
