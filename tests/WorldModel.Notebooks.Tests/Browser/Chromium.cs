using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>One browser for all tests of a class; a test that asks for a tab is skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private ChromiumBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (ChromiumLocator.Find() is { } path)
        {
            _browser = await ChromiumBrowser.StartAsync(path, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _browser?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal Task<BrowserPage> OpenAsync(bool scripts)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium, Chrome or Edge on this machine: install one, or name its program in {ChromiumLocator.Variable}.");
        return _browser.OpenAsync(new BrowserPageOptions { Scripts = scripts }, TestContext.Current.CancellationToken);
    }
}
