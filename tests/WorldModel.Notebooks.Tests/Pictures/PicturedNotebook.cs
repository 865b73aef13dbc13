using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Pictures;

/// <summary>A notebook with the library's own charts, saved with pictures where there is a browser; then saved again without asking for any.</summary>
public sealed class PicturedNotebook : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal static bool HasBrowser => ChromiumLocator.Find() is not null;

    internal RunnerOutcome First { get; private set; } = null!;

    internal RunnerOutcome Second { get; private set; } = null!;

    internal byte[] AfterFirst { get; private set; } = [];

    internal byte[] AfterSecond => File.ReadAllBytes(NotebookPath);

    internal string SiteFile(string name) => File.ReadAllText(_folder.File($"artifacts/site/{name}"));

    internal byte[] SiteBytes(string name) => File.ReadAllBytes(_folder.File($"artifacts/site/{name}"));

    /// <summary>What a host shows that has no plotly.js: the chart that brings it along, and one that uses it.</summary>
    internal string Live => File.ReadAllText(_folder.File("notebooks/live.html"));

    internal IReadOnlyList<DataOutput> Charts => [.. NotebookReader.Read(NotebookPath).Cells.SelectMany(cell => cell.SavedOutputs.OfType<DataOutput>())];

    internal string NotebookPath => _folder.File("notebooks/charts.ipynb");

    public async ValueTask InitializeAsync()
    {
        _folder.Write("notebooks/charts.ipynb", Notebook());
        First = await RunnerProcess.RunAsync(_folder.Path, ["run", "--write", .. HasBrowser ? new[] { "--pictures" } : []]);
        AfterFirst = File.ReadAllBytes(NotebookPath);
        Second = await RunnerProcess.RunAsync(_folder.Path, "run", "--write");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NotebookJson Notebook() => NotebookJson.Empty
        .Markdown("# Charts")
        .Code($"#r \"{Repository.Library}\"\nusing System.Numerics;\nusing WorldModel.Charts; using WorldModel.Twins;")
        .Code("""HistogramChart.Draw("How <long> & \"far\"", "error [m]", ("model", [1, 2, 2, 3]), ("control", [2, 4])).Display();""")
        .Code("""
            var place = new Scene([new("tree 1", "tree", new(-10, 2, 0), Quaternion.Identity, new(3, 3, 5)), new("boat", "boat", new(10, 0, 0), Quaternion.Identity, new(4, 1.5f, 0.7f))]);
            SceneChart.Draw("A tree and a boat", place)
            """)
        .Code("""
            AppContext.SetSwitch("WorldModel.PageHasPlotly", false);
            var live = MeasurementChart.Draw("Live", new("height", "m"), new("distance", "m"), ("measured", [1, 2], [3, 5])).ToHtml();
            File.WriteAllText("live.html", "<!DOCTYPE html><meta charset='utf-8'>" + live + SceneChart.Draw("Live too", place).ToHtml());
            """);
}
