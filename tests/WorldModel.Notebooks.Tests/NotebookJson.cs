using System.Text;
using System.Text.Json.Nodes;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests;

/// <summary>Makes notebooks to be run.</summary>
internal sealed class NotebookJson
{
    private readonly JsonArray _cells = [];

    public static NotebookJson Empty => new();

    public int Format { get; init; } = 4;

    public string Kernel { get; init; } = ".net-csharp";

    public string Language { get; init; } = "C#";

    public NotebookJson Code(string source, params string[] tags) => Add("code", source, tags);

    public NotebookJson Markdown(string source, params string[] tags) => Add("markdown", source, tags);

    public JsonObject ToJson() => new()
    {
        ["cells"] = _cells.DeepClone(),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = "C#", ["language"] = Language, ["name"] = Kernel } },
        ["nbformat"] = Format,
        ["nbformat_minor"] = 5,
    };

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(JsonPrinter.Print(ToJson(), JsonStyle.Jupyter, 0) + "\n");

    private NotebookJson Add(string kind, string source, string[] tags)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = kind,
            ["id"] = $"cell-{_cells.Count + 1}",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
            ["source"] = source,
        };
        if (kind == "code")
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        _cells.Add(cell);
        return this;
    }
}
