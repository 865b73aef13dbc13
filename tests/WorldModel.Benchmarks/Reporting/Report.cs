using WorldModel.Benchmarks.Measuring;
using WorldModel.Charts;

namespace WorldModel.Benchmarks.Reporting;

/// <summary>What a command measured: facts, charts and tables, as Markdown and as a page that needs no network.</summary>
/// <param name="Title">What was measured.</param>
internal sealed record Report(string Title)
{
    /// <summary>On what and how, a line each.</summary>
    internal IReadOnlyList<string> Facts { get; init; } = Machine.Facts();

    internal IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Tables with their headings.</summary>
    internal IReadOnlyList<(string Heading, Grid Grid)> Grids { get; init; } = [];

    /// <summary>What the numbers mean, a paragraph each.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    internal string ToMarkdown() => string.Join("\n\n",
        [
            $"# {Title}",
            string.Join('\n', Facts.Select(fact => $"- {fact}")),
            .. Grids.Select(grid => $"## {grid.Heading}\n\n{grid.Grid.ToMarkdown()}"),
            .. Notes,
        ]) + "\n";

    /// <summary>Writes both forms, and the script that the page's charts share.</summary>
    /// <returns>Their paths.</returns>
    internal string[] Write(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var (markdown, page) = (Path.Combine(folder, $"{name}.md"), Path.Combine(folder, $"{name}.html"));
        File.WriteAllText(markdown, ToMarkdown());
        File.WriteAllText(page, ReportPage.Of(this));
        if (Figures.Count > 0)
        {
            var script = ReportPage.Script(Figures[0]);
            File.WriteAllText(Path.Combine(folder, script.File), script.Source);
        }

        return [markdown, page];
    }
}
