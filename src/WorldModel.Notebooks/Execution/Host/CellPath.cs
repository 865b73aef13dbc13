using System.Text.RegularExpressions;

namespace WorldModel.Notebooks.Execution.Host;

/// <summary>How a cell is called in messages and debug information: <c>04-learned-dynamics.ipynb cell 7</c>.</summary>
internal static partial class CellPath
{
    public static string Of(string notebookFile, int cell) => $"{notebookFile} cell {cell}";

    public static int? CellOf(string? path) =>
        path is not null && Pattern().Match(path) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@" cell (\d+)$")]
    private static partial Regex Pattern();
}
