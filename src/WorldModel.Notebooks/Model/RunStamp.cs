using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Model;

/// <summary>What a notebook says of the run that its outputs come from, so that nobody takes old outputs for those of its cells.</summary>
internal sealed record RunStamp
{
    /// <summary>Name of the stamp in the notebook's metadata.</summary>
    public const string Key = "worldmodel";

    /// <summary>Hash of the code cells' sources.</summary>
    public required string Cells { get; init; }

    /// <summary>Hash of the data files that the cells mention; null where they mention none.</summary>
    public string? Data { get; init; }

    /// <summary>Hash of the outputs that the run saved.</summary>
    public required string Outputs { get; init; }

    /// <summary>Version of the library that the cells ran with.</summary>
    public required string Library { get; init; }

    /// <summary>Day of the run, as 2026-11-30.</summary>
    public string Date { get; init; } = "";

    /// <summary>How long the run took [s].</summary>
    public int Seconds { get; init; }

    /// <summary>The largest memory of its process [MB].</summary>
    public int Megabytes { get; init; }

    /// <summary>Whether another run had the same sources and said the same; then only its circumstances differ.</summary>
    public bool Repeats(RunStamp other) =>
        (Cells, Data, Outputs, Library) == (other.Cells, other.Data, other.Outputs, other.Library);

    /// <summary>Members in the order of their names, as Jupyter sorts them.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["cells"] = Cells, ["data"] = Data, ["date"] = Date, ["library"] = Library, ["megabytes"] = Megabytes, ["outputs"] = Outputs, ["seconds"] = Seconds };
        if (Data is null)
        {
            json.Remove("data");
        }

        return json;
    }

    /// <summary>The stamp of a notebook; null where there is none or not all of it.</summary>
    public static RunStamp? Read(JsonElement notebook)
    {
        var stamp = notebook.Find("metadata", Key);
        return stamp?.Text("cells") is { } cells && stamp?.Text("outputs") is { } outputs && stamp?.Text("library") is { } library
            ? new RunStamp
            {
                Cells = cells,
                Data = stamp?.Text("data"),
                Outputs = outputs,
                Library = library,
                Date = stamp?.Text("date") ?? "",
                Seconds = Number(stamp?.Find("seconds")),
                Megabytes = Number(stamp?.Find("megabytes")),
            }
            : null;
    }

    private static int Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;
}
