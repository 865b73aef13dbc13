using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Tests.Pictures;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>Charts in hosts that put a saved notebook's HTML on a page of theirs, without a network: with scripts and without.</summary>
[Collection(nameof(PicturedNotebooks))]
public sealed class SavedNotebookInBrowserTests(PicturedNotebook notebook, Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string EveryChartShowsItsPicture = """
        [...document.querySelectorAll('.wm-chart')].every(chart => {
          const picture = chart.querySelector('.wm-static').firstElementChild;
          return picture.getBoundingClientRect().height > 50 && (picture.tagName !== 'IMG' || picture.naturalWidth > 0);
        })
        """;

    private const string EveryChartIsInteractive = """
        [...document.querySelectorAll('.wm-chart')].every(chart => chart.querySelector('.js-plotly-plot :is(.main-svg .trace, .gl-container canvas)')
          && chart.querySelector('.wm-static').getBoundingClientRect().height === 0)
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Committed =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories).Order().Select(file => Path.GetRelativePath(Repository.Root, file))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_scripts_every_picture_shows()
    {
        await using var tab = await OpenAsync(notebook.NotebookPath, scripts: false, "");
        Assert.Equal(2, await CountAsync(tab, "img.wm-picture"));
        Assert.True(await tab.WaitForAsync(EveryChartShowsItsPicture, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_plotly_js_on_the_page_every_chart_is_interactive() => await AssertInteractiveAsync(await OpenAsync(notebook.NotebookPath, scripts: true, Plotly()));

    [Theory]
    [MemberData(nameof(Committed))]
    public async Task A_committed_notebook_shows_its_pictures_without_scripts_and_is_interactive_with_them(string path)
    {
        var file = Path.Combine(Repository.Root, path);
        await using (var tab = await OpenAsync(file, scripts: false, ""))
        {
            Assert.True(await tab.WaitForAsync(EveryChartShowsItsPicture, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken), $"{path} lacks a picture.");
        }

        await AssertInteractiveAsync(await OpenAsync(file, scripts: true, Plotly()));
    }

    [Fact]
    public async Task In_a_live_session_the_first_chart_brings_plotly_js_along_for_all()
    {
        var tab = await chromium.OpenAsync(scripts: true);
        await tab.GoToAsync(new Uri(_folder.Write("live.html", notebook.Live)), TestContext.Current.CancellationToken);
        Assert.Equal(2, await CountAsync(tab, ".wm-chart"));
        await AssertInteractiveAsync(tab);
    }

    [Theory]
    [InlineData("<script>delete window.DecompressionStream</script>")]
    [InlineData("<script>window.DecompressionStream = function () { throw new Error('no'); }</script>")]
    [InlineData("<script>Plotly.newPlot = () => Promise.reject('no')</script>")]
    public async Task When_a_chart_cannot_be_unpacked_or_drawn_its_picture_stays(string fault)
    {
        await using var tab = await OpenAsync(notebook.NotebookPath, scripts: true, Plotly() + "<script>window.failures = 0; console.warn = () => failures++</script>" + fault);
        Assert.True(await tab.WaitForAsync("failures === 2", TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.True(await tab.EvaluateAsync<bool>(EveryChartShowsItsPicture, TestContext.Current.CancellationToken));
        Assert.Equal(0, await CountAsync(tab, ".js-plotly-plot"));
    }

    private static Task<int> CountAsync(BrowserPage tab, string selector) =>
        tab.EvaluateAsync<int>($"document.querySelectorAll('{selector}').length", TestContext.Current.CancellationToken);

    private static async Task AssertInteractiveAsync(BrowserPage tab)
    {
        await using var open = tab;
        var isDrawn = await tab.WaitForAsync(EveryChartIsInteractive, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(isDrawn, $"A chart is not interactive. {string.Join("; ", tab.Errors)}");
        Assert.Empty(tab.Errors);
        Assert.Empty(tab.NetworkRequests);
    }

    private async Task<BrowserPage> OpenAsync(string path, bool scripts, string head)
    {
        var outputs = NotebookReader.Read(path).Cells.SelectMany(cell => cell.SavedOutputs.OfType<DataOutput>()).Select(data => data.Data.GetValueOrDefault("text/html", ""));
        var tab = await chromium.OpenAsync(scripts);
        var page = _folder.Write($"{Guid.NewGuid():N}.html", $"<!DOCTYPE html><meta charset='utf-8'>{head}<body>{string.Concat(outputs.Select(html => $"<div>{html}</div>"))}");
        await tab.GoToAsync(new Uri(page), TestContext.Current.CancellationToken);
        return tab;
    }

    private string Plotly()
    {
        Assert.True(PlotlyAsset.Write(Path.Combine(Path.GetDirectoryName(Repository.Library)!, "Plotly.NET.dll"), _folder.Path));
        return $"<script src='{PlotlyAsset.FileName}'></script>";
    }
}
