using System.Text.Json;

namespace WorldModel.Notebooks.Model;

internal static class CellReader
{
    public static Cell Read(string path, JsonElement json, int number)
    {
        var kind = Kind(path, json, number);
        var source = json.Find("source")?.Lines()
            ?? throw new NotebookProblem($"{path} cell {number} has no \"source\" text. Restore the file, or delete that cell in an editor.");
        if (kind == CellKind.Code && Language(json) is { } language && !NotebookLanguage.IsCSharp(language))
        {
            throw new NotebookProblem($"{path} cell {number} is written in \"{language}\"; this runner executes C# only. Change the cell's language, or delete the cell.");
        }

        return new Cell(number, kind, source)
        {
            Id = json.Text("id") ?? "",
            Tags = Tags(json),
            Attachments = Attachments(json),
            SavedOutputs = OutputReader.Read(json),
            ExecutionCount = json.Find("execution_count") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var n) ? n : null,
        };
    }

    private static CellKind Kind(string path, JsonElement json, int number) => json.Text("cell_type") switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        var other => throw new NotebookProblem($"{path} cell {number} is of unknown type \"{other}\"; a cell is code, markdown or raw. Restore the file."),
    };

    private static string? Language(JsonElement json) =>
        json.Find("metadata", "polyglot_notebook")?.Text("kernelName")
        ?? json.Find("metadata", "dotnet_interactive")?.Text("language");

    private static string[] Tags(JsonElement json) => json.Find("metadata", "tags") is { ValueKind: JsonValueKind.Array } tags
        ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
        : [];

    private static Dictionary<string, string> Attachments(JsonElement json)
    {
        var attachments = new Dictionary<string, string>();
        if (json.Find("attachments") is { ValueKind: JsonValueKind.Object } files)
        {
            foreach (var file in files.EnumerateObject().Where(file => file.Value.ValueKind == JsonValueKind.Object))
            {
                var form = file.Value.EnumerateObject().FirstOrDefault();
                attachments[file.Name] = $"data:{form.Name};base64,{(form.Value.Lines() ?? "").ReplaceLineEndings("")}";
            }
        }

        return attachments;
    }
}
