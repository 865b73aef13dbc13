using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>What a notebook says it shows, it shows and checks; its numbers are those that its code printed.</summary>
internal static partial class Claims
{
    private const int FewestCharts = 4;
    private const int Exercises = 3;

    public static IEnumerable<string> Problems(Notebook notebook) =>
    [
        .. notebook.Part("check/code").Where(cell => CountOf(cell) == 0).Select(cell => $"{cell.Named} has no Check.That"),
        .. notebook.Part("exercise/code").Where(cell => !cell.Source.Contains("Exercise.Try(", StringComparison.Ordinal)).Select(cell => $"{cell.Named} has no Exercise.Try"),
        .. Charts(notebook),
        .. notebook.Part("reading/prose").SelectMany(cell => Unprinted(cell, notebook)),
    ];

    public static IEnumerable<string> SolutionProblems(Notebook solutions)
    {
        var proven = solutions.Part("exercise/code").Count(cell => CountOf(cell) > 0);
        if (proven < Exercises)
        {
            yield return $"{proven} cells of exercise/code have a Check.That, which has to be {Exercises}";
        }
    }

    public static int CountOf(Cell cell) => Check().Count(cell.Source);

    private static IEnumerable<string> Charts(Notebook notebook)
    {
        var charts = notebook.Cells.Where(cell => cell.Part is "chart/code" or "world/code" && Chart().IsMatch(cell.Source)).ToList();
        if (charts.Count < FewestCharts)
        {
            yield return $"{charts.Count} cells of chart/code and world/code draw a chart, and at least {FewestCharts} have to";
        }

        foreach (var cell in charts.Where(cell => cell.ExecutionCount is not null && !cell.SavedOutputs.OfType<DataOutput>().Any(output => output.Data.ContainsKey("text/html"))))
        {
            yield return $"{cell.Named} draws a chart that is not among its outputs: leave the semicolon away";
        }
    }

    private static IEnumerable<string> Unprinted(Cell reading, Notebook notebook)
    {
        var printed = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => WrittenNumber.In(Tolerance().Replace(cell.Said, ""))).ToList();
        return WrittenNumber.In(WithoutReferences(reading.Source))
            .Where(number => !printed.Any(number.Rounds))
            .Select(number => $"{reading.Named} says {number}, which no output of the notebook says");
    }

    // "notebook 08" and a formula's exponents are no measurements.
    private static string WithoutReferences(string prose) => Reference().Replace(prose, " ");

    // What a check tolerates is no measurement either.
    [GeneratedRegex(@"\(± [^)]*\)")]
    private static partial Regex Tolerance();

    [GeneratedRegex(@"\bCheck\.That\(")]
    private static partial Regex Check();

    [GeneratedRegex(@"\b\w+Chart\.\w+\(")]
    private static partial Regex Chart();

    [GeneratedRegex(@"\[[^\]]*\]\([^)]*\)|\bnotebooks? \d\d\b|\$[^$\n]+\$|`[^`\n]*`", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
