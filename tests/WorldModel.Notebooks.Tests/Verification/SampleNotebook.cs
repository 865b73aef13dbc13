using System.Text.Json.Nodes;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Verification.Anatomy;

namespace WorldModel.Notebooks.Tests.Verification;

/// <summary>A small notebook that breaks no rule, to be broken one rule at a time.</summary>
internal static class SampleNotebook
{
    private const string Chart = "ErrorGrowthChart.Draw(\"error\", errors)";
    private const string Check = "Check.That(\"it is so\",\n    error < 1,\n    [(\"error\", error)]);";
    private const string Try = "var answer = 1;\nExercise.Try(\"two\", answer == 2, \"one more\");";

    public static Notebook Good { get; } = Of("01-sample.ipynb",
    [
        Prose("title", "# A question"),
        Code("setup", SetupRules.Of("../")),
        Prose("world", "## A world"),
        Code("world", "var world = Csv.Read(\"data/world.csv\");\nSceneChart.Draw(\"a place\", world)", Picture("a place")),
        .. Round(),
        .. Round(),
        .. Round(),
        Prose("break", "## Break it"),
        Code("break", "var far = 9;"),
        Prose("exercise", "One"), Code("exercise", Try),
        Prose("exercise", "Two"), Code("exercise", Try),
        Prose("exercise", "Three"), Code("exercise", Try),
        Prose("next", "- it holds\n- it fails"),
    ]);

    public static Notebook GoodSolutions { get; } = Of("solutions/01-sample.ipynb",
    [
        Prose("title", "# Solutions"),
        Code("setup", SetupRules.Of("../../")),
        Code("exercise", Check), Code("exercise", Check), Code("exercise", Check),
    ]);

    public static Cell Prose(string tag, string source) => new(0, CellKind.Markdown, source) { Tags = [tag] };

    public static Cell Code(string tag, string source, params Output[] outputs) => new(0, CellKind.Code, source) { Tags = [tag], SavedOutputs = outputs };

    public static StreamOutput Said(string text) => new("stdout", text);

    public static DataOutput Picture(string alt) => new(
        new Dictionary<string, string>
        {
            ["text/html"] = $"<figure class=\"wm-chart\"><img class=\"wm-picture\" src=\"data:,\" alt=\"{alt}\"><script></script></figure>",
            ["text/plain"] = $"[chart] {alt}",
            ["application/vnd.plotly.v1+json"] = """{"data":[],"layout":{}}""",
        }, IsResult: true);

    /// <summary>The same notebook with its first cell of a part changed.</summary>
    public static Notebook With(this Notebook notebook, string part, Func<Cell, Cell> change)
    {
        var first = notebook.Part(part).First();
        return notebook with { Cells = [.. notebook.Cells.Select(cell => cell == first ? change(cell) : cell)] };
    }

    /// <summary>The same notebook without its first cell of a part.</summary>
    public static Notebook Without(this Notebook notebook, string part)
    {
        var first = notebook.Part(part).First();
        return notebook with { Cells = Executed(notebook.Cells.Where(cell => cell != first)) };
    }

    /// <summary>The cells as one run from first to last leaves them.</summary>
    public static IReadOnlyList<Cell> Executed(IEnumerable<Cell> cells)
    {
        var count = 0;
        return [.. cells.Select((cell, index) => cell with { Number = index + 1, Id = $"cell-{index + 1}", ExecutionCount = cell.HasCode ? ++count : null })];
    }

    /// <summary>The notebook as a file.</summary>
    public static JsonObject ToJson(this Notebook notebook) => new()
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(ToJson)]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = notebook.Kernel } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static JsonObject ToJson(Cell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind == CellKind.Code ? "code" : "markdown",
            ["id"] = cell.Id,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. cell.Tags.Select(tag => JsonValue.Create(tag))]) },
            ["source"] = cell.Source,
        };
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = OutputJson.From(cell.SavedOutputs, cell.ExecutionCount ?? 0);
        }

        return json;
    }

    private static Notebook Of(string path, Cell[] cells) => new(path, default, Executed(cells)) { Kernel = ".net-csharp" };

    private static Cell[] Round() =>
    [
        Prose("predict", "What do you expect?"),
        Prose("idea", "It grows.\n\n$$e = t^2$$"),
        Code("code", "var error = 0.4837;\nConsole.WriteLine(error);", Said("0.4837\n")),
        Code("chart", Chart, Picture("error growth")),
        Prose("reading", "The error is 0.48 m."),
        Code("check", Check, Said("✓ it is so\n  measured (± 2 %): error 0.4837\n  checked: error < 1\n")),
    ];
}
