using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Tests.Fuzzing;

/// <summary>Values that are allowed and hard: where parsers recurse, numbers overflow and letters come in halves.</summary>
internal static class StrangeValues
{
    /// <summary>Stands in the tree for half a letter, which no library writes: the mutant's text gets it at the end.</summary>
    public const string HalfLetter = "HALF-A-LETTER";

    public static IReadOnlyList<string> Texts { get; } =
    [
        "",
        HalfLetter,
        "\0\u0001\u001b[31m",
        new('(', 20_000),
        new('{', 5_000),
        string.Concat(Enumerable.Repeat("A<", 20_000)),
        new('!', 20_000),
        string.Concat(Enumerable.Repeat("(>", 20_000)),
        string.Concat(Enumerable.Repeat("> ", 2_000)) + "deep",
        string.Concat(Enumerable.Repeat("- ", 2_000)) + "deep",
        new string('[', 3_000) + new string(']', 3_000),
        string.Concat(Enumerable.Repeat("**a *b ", 2_000)),
        "$$" + string.Concat(Enumerable.Repeat("\\frac{1}{", 3_000)) + "$$",
        "$" + new string('{', 5_000) + "$",
        "$" + string.Concat(Enumerable.Repeat("\\left(", 3_000)) + "$",
        "$" + string.Concat(Enumerable.Repeat("x^", 5_000)) + "$",
        string.Concat(Enumerable.Repeat("<svg ", 3_000)),
        string.Concat(Enumerable.Repeat("<svg><svg></svg>", 2_000)),
        string.Concat(Enumerable.Repeat("$$ a ", 3_001)),
        string.Concat(Enumerable.Repeat("`", 5_001)),
        string.Concat(Enumerable.Repeat("a+", 20_000)) + "a",
        string.Concat(Enumerable.Repeat("[x](", 3_000)),
        "[a](http://[bad) ![b](data:,) [c](%00) [d](" + new string('x', 5_000) + ")",
        "#r \"\0.dll\"\n#r \"" + new string('y', 5_000) + "\"\n#load \"\"",
        "| a |\n" + string.Concat(Enumerable.Repeat("|---", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("| b ", 2_000)),
        new string('#', 7) + " heading\n" + string.Concat(Enumerable.Range(1, 500).Select(n => $"# h{n}\n\n")),
        "\\\\\\\\" + new string('\\', 9_999),
    ];

    public static JsonNode Node(Random random) => random.Next(12) switch
    {
        0 => JsonValue.Create(true),
        1 => JsonNode.Parse("1e400")!,
        2 => JsonNode.Parse("-99999999999999999999999999999999")!,
        3 => JsonValue.Create(0.5),
        4 => new JsonObject(),
        5 => new JsonArray(),
        6 => Nested(random.Next(40, 400)),
        _ => JsonValue.Create(Texts[random.Next(Texts.Count)]),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (var level = 0; level < depth; level++)
        {
            node = level % 2 == 0 ? new JsonObject { ["a"] = node } : new JsonArray(node);
        }

        return node;
    }
}
