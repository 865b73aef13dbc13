using System.Xml.Linq;

namespace WorldModel.Benchmarks.Course;

/// <summary>What the checks of a run said, read from the runner's report in JUnit's XML.</summary>
/// <param name="Notebook">Where.</param>
/// <param name="Claim">What was claimed.</param>
/// <param name="Holds">Whether it held.</param>
/// <param name="Measured">The numbers behind it.</param>
internal sealed record ToldCheck(string Notebook, string Claim, bool Holds, string Measured)
{
    private const string Held = "✓ ";
    private const string Broken = "This claim is not true: ";

    /// <summary>All checks of all notebooks, in their order.</summary>
    internal static ToldCheck[] Read(string path) =>
    [
        .. XDocument.Load(path).Descendants("testcase").SelectMany(cell =>
            cell.Elements("system-out").SelectMany(printed => Of((string)cell.Attribute("classname")!, printed.Value.Split('\n')))),
    ];

    private static IEnumerable<ToldCheck> Of(string notebook, string[] lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            var start = line.StartsWith(Held, StringComparison.Ordinal) ? Held : line.StartsWith(Broken, StringComparison.Ordinal) ? Broken : null;
            if (start is not null && index + 1 < lines.Length && lines[index + 1].Split(": ", 2) is [_, var measured])
            {
                yield return new(notebook, line[start.Length..], start == Held, measured);
            }
        }
    }
}
