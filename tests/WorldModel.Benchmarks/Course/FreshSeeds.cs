using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorldModel.Benchmarks.CommandLine;

namespace WorldModel.Benchmarks.Course;

/// <summary>A copy of a notebook with other seeds, whose checks tell what they measured and never stop it.</summary>
internal static partial class FreshSeeds
{
    private const string Library = "../artifacts/library/";

    // The checks' own message says which claim, and with which numbers, does not hold.
    private const string Telling = """
        static class TellingCheck
        {
            public static void That(string claim, bool holds, IEnumerable<(string, object)> measured, double tolerance = 0.01)
            {
                try { Check.That(claim, holds, measured, tolerance); }
                catch (CheckFailedException problem) { Console.WriteLine(problem.Message); }
            }
        }
        """;

    /// <summary>Writes the copy, without outputs.</summary>
    /// <param name="notebook">A notebook of the course.</param>
    /// <param name="folder">Where the copy goes, under the same name.</param>
    /// <param name="seeds">What stands where the notebook has three seeds.</param>
    /// <returns>How many lists of seeds were replaced; with none there is no copy.</returns>
    /// <exception cref="UsageException">The file is no notebook.</exception>
    internal static int Copy(string notebook, string folder, int[] seeds)
    {
        var root = Read(notebook);
        var cells = root["cells"]!.AsArray();
        var replaced = cells.OfType<JsonObject>().Where(cell => (string?)cell["cell_type"] == "code").Sum(cell => Renew(cell, folder, seeds));
        if (replaced > 0)
        {
            var setup = cells.Index().First(cell => Source(cell.Item!).Contains("#r ", StringComparison.Ordinal)).Index;
            cells.Insert(setup + 1, new JsonObject { ["cell_type"] = "code", ["id"] = "told", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = Telling });
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(notebook)), root.ToJsonString());
        }

        return replaced;
    }

    private static JsonObject Read(string notebook)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(notebook)) is JsonObject { } root && root["cells"] is JsonArray
                ? root
                : throw new UsageException($"{notebook} has no cells: it is no notebook");
        }
        catch (System.Text.Json.JsonException problem)
        {
            throw new UsageException($"{notebook} is no notebook: {problem.Message}");
        }
    }

    private static int Renew(JsonNode cell, string folder, int[] seeds)
    {
        var source = Source(cell);
        var list = string.Join(", ", seeds);
        var library = Path.GetRelativePath(folder, "artifacts/library").Replace('\\', '/') + "/";
        cell["outputs"] = new JsonArray();
        cell["source"] = ThreeSeeds().Replace(source, list).Replace(Library, library, StringComparison.Ordinal).Replace("Check.That(", "TellingCheck.That(", StringComparison.Ordinal);
        return ThreeSeeds().Count(source);
    }

    private static string Source(JsonNode cell) =>
        cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cell["source"] ?? "";

    // Three numbers that are handed on as seeds: to a lambda over a seed, or to a method that takes nothing else.
    [GeneratedRegex(@"(?<=new\[\] \{ )\d+, \d+, \d+(?= \}\.Select\((seed\b|\w+\)))|(?<=int\[\] seeds = \[)\d+, \d+, \d+(?=\])")]
    private static partial Regex ThreeSeeds();
}
