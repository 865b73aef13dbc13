using System.Text.RegularExpressions;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Verification.Anatomy;

/// <summary>How long each part may be: a notebook is read on a screen, a step at a time.</summary>
internal static partial class CellLengths
{
    private const int MedianLines = 8;
    private const int LinesOfACheck = 4;
    private const int Bullets = 5;

    private static readonly Dictionary<string, int> MostWords = new()
    {
        ["title/prose"] = 120,
        ["world/prose"] = 60,
        ["predict/prose"] = 40,
        ["idea/prose"] = 100,
        ["reading/prose"] = 60,
    };

    private static readonly Dictionary<string, int> MostLines = new()
    {
        ["setup/code"] = 10,
        ["world/code"] = 10,
        ["code/code"] = 20,
        ["chart/code"] = 3,
        ["break/code"] = 10,
        ["exercise/code"] = 20,
    };

    public static IEnumerable<string> Problems(Notebook notebook) =>
        [.. Words(notebook), .. Lines(notebook), .. Checks(notebook), .. Median(notebook), .. Equations(notebook), .. Summary(notebook)];

    /// <summary>Words of prose; headings and displayed mathematics are none.</summary>
    public static int WordsOf(string prose) =>
        NoProse().Replace(prose, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static IEnumerable<string> Words(Notebook notebook) =>
        from cell in notebook.Cells
        where MostWords.ContainsKey(cell.Part) && WordsOf(cell.Source) > MostWords[cell.Part]
        select $"{cell.Named} has {WordsOf(cell.Source)} words, and may have {MostWords[cell.Part]}";

    private static IEnumerable<string> Lines(Notebook notebook) =>
        from cell in notebook.Cells
        where MostLines.ContainsKey(cell.Part) && cell.Lines > MostLines[cell.Part]
        select $"{cell.Named} has {cell.Lines} lines, and may have {MostLines[cell.Part]}";

    private static IEnumerable<string> Checks(Notebook notebook) =>
        from cell in notebook.Part("check/code")
        let claims = Claims.CountOf(cell)
        where claims > 0 && cell.Lines > LinesOfACheck * claims
        select $"{cell.Named} has {cell.Lines} lines for {claims} checks, and each may have {LinesOfACheck}";

    private static IEnumerable<string> Median(Notebook notebook)
    {
        var lines = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Lines).Order().ToList();
        if (lines.Count > 0 && lines[lines.Count / 2] > MedianLines)
        {
            yield return $"the median cell of code has {lines[lines.Count / 2]} lines, and may have {MedianLines}";
        }
    }

    private static IEnumerable<string> Equations(Notebook notebook) =>
        notebook.Part("idea/prose").Where(cell => Displayed().Count(cell.Source) > 1).Select(cell => $"{cell.Named} has more than one equation");

    private static IEnumerable<string> Summary(Notebook notebook) =>
        from cell in notebook.Part("next/prose")
        let bullets = cell.Source.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal))
        where bullets is 0 or > Bullets
        select $"{cell.Named} has {bullets} bullets, and has 1 to {Bullets}";

    [GeneratedRegex(@"\$\$.+?\$\$", RegexOptions.Singleline)]
    private static partial Regex Displayed();

    [GeneratedRegex(@"\$\$(?s:.+?)\$\$|^#+ .*$", RegexOptions.Multiline)]
    private static partial Regex NoProse();
}
