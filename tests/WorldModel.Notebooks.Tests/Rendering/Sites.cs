using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>Results of notebooks as if they had run, so that rendering is tested without executing.</summary>
internal static class Sites
{
    private const string Formula = "$$\\hat{x}_{t+1} = x_t + \\begin{pmatrix} 1 & 2 & 3 & 4 & 5 & 6 & 7 & 8 & 9 & 10 & 11 & 12 & 13 \\end{pmatrix} f_\\theta(x_t) + \\sum_{i=1}^{N} \\frac{\\partial L}{\\partial x_i}$$";

    private const string WideTable = "| one long heading | another long heading | a third long heading | a fourth long heading | a fifth |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |";

    public static NotebookResult WithChart(TemporaryFolder folder, string library) => Result(
        folder,
        "01-chart.ipynb",
        NotebookJson.Empty.Markdown("# A chart\n\nIs it drawn?", "title").Code($"#r \"{library}\" // built by the repository", "setup").Code("chart", "chart").Markdown(Formula, "idea").Markdown(WideTable),
        cell => cell == 3 ? [Chart, Chart] : []);

    public static NotebookResult WithoutChart(TemporaryFolder folder) => Result(
        folder,
        "02-plain.ipynb",
        NotebookJson.Empty.Markdown("# Text\n\nNo picture here.").Markdown("What do you expect?", "predict", "strange").Code(new string('x', 300), "check"),
        _ => [new StreamOutput("stdout", new string('y', 500)), new ErrorOutput("Failure", new string('z', 200), [new string('w', 300)])]);

    private static DataOutput Chart => new(new Dictionary<string, string> { ["text/html"] = ChartHtml.Line, ["text/plain"] = "chart" }, IsResult: true);

    private static NotebookResult Result(TemporaryFolder folder, string name, NotebookJson json, Func<int, Output[]> outputs)
    {
        var notebook = NotebookReader.Read(folder.Write(name, json));
        var cells = notebook.Cells.Where(cell => cell.HasCode).Select(cell => new CellResult(cell, outputs(cell.Number), TimeSpan.FromSeconds(1)));
        return new NotebookResult(notebook.Path, notebook, [.. cells]);
    }
}
