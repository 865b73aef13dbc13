using System.Text.Json;

namespace WorldModel.Notebooks.Tests.Anatomy;

/// <summary>A committed notebook of the course, outputs included.</summary>
internal sealed record CourseNotebook(string Kernel, long Bytes, IReadOnlyList<CourseCell> Cells)
{
    public static CourseNotebook Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var cells = root.GetProperty("cells").EnumerateArray().Select((cell, index) => Cell(cell, index + 1));
        return new(root.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString()!, new FileInfo(path).Length, [.. cells]);
    }

    /// <summary>Cells of one part, such as <c>reading/prose</c>.</summary>
    public IEnumerable<CourseCell> Part(string part) => Cells.Where(cell => cell.Part == part);

    private static CourseCell Cell(JsonElement cell, int number)
    {
        JsonElement[] outputs = cell.TryGetProperty("outputs", out var all) ? [.. all.EnumerateArray()] : [];
        return new()
        {
            Number = number,
            IsCode = cell.GetProperty("cell_type").GetString() == "code",
            Tag = Tag(cell.GetProperty("metadata")),
            Source = Text(cell.GetProperty("source")),
            Id = cell.TryGetProperty("id", out var id) ? id.GetString()! : "",
            IsExecuted = cell.TryGetProperty("execution_count", out var count) && count.ValueKind == JsonValueKind.Number,
            Said = string.Join('\n', outputs.Select(Said)),
            OutputKinds = [.. outputs.SelectMany(Kinds)],
        };
    }

    private static string Tag(JsonElement metadata) =>
        metadata.TryGetProperty("tags", out var tags) && tags.GetArrayLength() == 1 ? tags[0].GetString()! : "";

    private static string Said(JsonElement output) =>
        output.TryGetProperty("text", out var text) ? Text(text)
        : output.TryGetProperty("data", out var data) && data.TryGetProperty("text/plain", out var plain) ? Text(plain) : "";

    private static IEnumerable<string> Kinds(JsonElement output) => output.GetProperty("output_type").GetString() switch
    {
        "stream" => [output.GetProperty("name").GetString()!],
        "error" => ["error"],
        _ => output.GetProperty("data").EnumerateObject().Select(form => form.Name),
    };

    private static string Text(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString()!;
}
