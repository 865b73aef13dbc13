using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Tests.Rendering;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>The saved course's site and a browser to read it with, both once for all tests of a class.</summary>
public sealed class SiteBrowser : IAsyncLifetime
{
    private readonly SavedSite _site = new();
    private ChromiumBrowser? _browser;

    internal IEnumerable<string> Pages => _site.Pages.Select(page => System.IO.Path.GetFileName(page));

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

        _site.Dispose();
    }

    internal async Task<Reader> OpenAsync(string? page = null, BrowserPageOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium, Chrome or Edge on this machine: install one, or name its program in {ChromiumLocator.Variable}.");
        var reader = new Reader(await _browser.OpenAsync(options ?? new BrowserPageOptions(), TestContext.Current.CancellationToken));
        if (page is not null)
        {
            await reader.OpenAsync(Path(page));
        }

        return reader;
    }

    internal string Path(string page) => System.IO.Path.Combine(_site.Folder, page);
}
