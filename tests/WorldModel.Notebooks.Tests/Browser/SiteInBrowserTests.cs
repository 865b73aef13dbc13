using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Rendering;
using WorldModel.Notebooks.Tests.Rendering;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>Pages as a reader sees them: from a file, without a network, with scripts and without.</summary>
public sealed class SiteInBrowserTests : IAsyncLifetime
{
    private static readonly int[] Widths = [1200, 390];

    private const string EveryChartIsDrawn = """
        [...document.querySelectorAll('.wm-chart')].every(chart => chart.querySelector('.js-plotly-plot :is(.main-svg .trace, .gl-container canvas)'))
        """;

    private const string EveryImageIsWhole = "[...document.images].every(image => image.complete && image.naturalWidth > 0)";

    private const string EveryChartHasAPicture = """
        [...document.querySelectorAll('.wm-chart')].every(chart => [...chart.querySelectorAll('img, svg')].some(picture => picture.getBoundingClientRect().height > 50))
        """;

    private readonly TemporaryFolder _folder = new();
    private ChromiumBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (ChromiumLocator.Find() is { } path)
        {
            _browser = await ChromiumBrowser.StartAsync(path, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_written_site_is_drawn_quiet_offline_and_fits_every_width()
    {
        var site = _folder.File("site");
        Site.Write(site, [Sites.WithChart(_folder, Repository.Library), Sites.WithoutChart(_folder)], warning => Assert.Fail(warning));
        Assert.Equal(4, await CountChartsAsync(site));
        await AssertReadsWellAsync(site);
    }

    [Fact]
    public async Task The_courses_site_is_drawn_quiet_offline_and_fits_every_width()
    {
        var site = Environment.GetEnvironmentVariable("WORLDMODEL_SITE") ?? Path.Combine(Repository.Root, "artifacts", "site");
        Assert.SkipUnless(Directory.Exists(site), $"There is no site in {site}: run the notebooks first, or name a site in WORLDMODEL_SITE.");
        await AssertReadsWellAsync(site);
    }

    [Fact]
    public async Task What_goes_wrong_in_a_page_is_noticed()
    {
        var page = _folder.Write("bad.html", "<img src='https://example.invalid/x.png'><script>console.error('oh', 1); missing();</script>");
        await using var tab = await Browser.OpenAsync(new BrowserPageOptions(), TestContext.Current.CancellationToken);
        await tab.GoToAsync(new Uri(page), TestContext.Current.CancellationToken);
        Assert.Contains("oh 1", tab.Errors);
        Assert.Contains(tab.Errors, error => error.Contains("missing is not defined", StringComparison.Ordinal));
        Assert.Equal(["https://example.invalid/x.png"], tab.NetworkRequests);
    }

    [Fact]
    public async Task A_picture_shows_the_whole_page()
    {
        var page = _folder.Write("tall.html", "<body style='margin:0'><div style='height:3000px'>tall</div>");
        await using var tab = await Browser.OpenAsync(new BrowserPageOptions { Width = 400, Height = 300 }, TestContext.Current.CancellationToken);
        await tab.GoToAsync(new Uri(page), TestContext.Current.CancellationToken);
        var png = await tab.TakePictureAsync(TestContext.Current.CancellationToken);
        Assert.Equal([400, 3000], [BigEndian(png.AsSpan(16, 4)), BigEndian(png.AsSpan(20, 4))]);
    }

    private ChromiumBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"No Chromium, Chrome or Edge on this machine: install one, or name its program in {ChromiumLocator.Variable}.");
            return _browser;
        }
    }

    private async Task<int> CountChartsAsync(string site)
    {
        var charts = 0;
        foreach (var scripts in new[] { true, false })
        {
            await using var tab = await Browser.OpenAsync(new BrowserPageOptions { Scripts = scripts }, TestContext.Current.CancellationToken);
            await tab.GoToAsync(new Uri(Path.Combine(site, "01-chart.html")), TestContext.Current.CancellationToken);
            charts += await tab.EvaluateAsync<int>($"document.querySelectorAll('{(scripts ? ".js-plotly-plot .trace" : ".wm-chart > svg")}').length", TestContext.Current.CancellationToken);
        }

        return charts;
    }

    private async Task AssertReadsWellAsync(string site)
    {
        foreach (var scripts in new[] { true, false })
        {
            foreach (var width in Widths)
            {
                await using var tab = await Browser.OpenAsync(new BrowserPageOptions { Width = width, Scripts = scripts, Dark = !scripts }, TestContext.Current.CancellationToken);
                foreach (var page in Directory.GetFiles(site, "*.html").Order())
                {
                    await AssertReadsWellAsync(tab, page, scripts, width);
                }
            }
        }
    }

    private static async Task AssertReadsWellAsync(BrowserPage tab, string page, bool scripts, int width)
    {
        await tab.GoToAsync(new Uri(page), TestContext.Current.CancellationToken);
        var name = $"{Path.GetFileName(page)} at {width} px {(scripts ? "with" : "without")} scripts";
        var drawn = await tab.WaitForAsync(scripts ? EveryChartIsDrawn : EveryChartHasAPicture, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(drawn, $"A chart is missing in {name}.");
        var whole = await tab.WaitForAsync(EveryImageIsWhole, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.True(whole, $"An image is broken in {name}.");
        Assert.True(tab.Errors.Count == 0, $"The browser complains in {name}: {string.Join("; ", tab.Errors)}");
        Assert.True(tab.NetworkRequests.Count == 0, $"The network was asked in {name}: {string.Join("; ", tab.NetworkRequests)}");
        var widest = await tab.EvaluateAsync<double>("document.documentElement.scrollWidth", TestContext.Current.CancellationToken);
        Assert.True(widest <= width, $"{name} is {widest} px wide.");
    }

    private static int BigEndian(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);
}
