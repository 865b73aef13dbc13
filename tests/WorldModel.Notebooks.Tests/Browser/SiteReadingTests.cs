using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>What a reader does with a page that was opened from a file.</summary>
public sealed class SiteReadingTests(SiteBrowser site) : IClassFixture<SiteBrowser>
{
    private const string Page = "04-learned-dynamics.html";
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData("")]
    [InlineData("Object.defineProperty(navigator, 'clipboard', { value: undefined })")]
    [InlineData("navigator.clipboard.writeText = () => Promise.reject(new Error('not from a file'))")]
    public async Task The_copy_button_copies_the_code_and_says_so(string obstacle)
    {
        await using var tab = await site.OpenAsync(Page);
        await tab.DoAsync(obstacle);
        await tab.ClickAsync("#cell-4 .copy");
        Assert.True(await tab.ComesAsync("document.querySelector('[role=status]').textContent === 'Copied.'"));
        Assert.Equal("Copied", await tab.AskAsync<string>("document.querySelector('#cell-4 .copy').textContent"));
        Assert.Equal(await tab.AskAsync<string>("document.querySelector('#cell-4 code').textContent"), await tab.PasteAsync());
    }

    [Fact]
    public async Task The_keyboard_copies_too()
    {
        await using var tab = await site.OpenAsync(Page);
        Assert.True(await tab.IsAsync("(b => (b.focus(), b.tabIndex === 0 && b.getAttribute('aria-label').includes('code of cell 2')))(document.querySelector('#cell-2 .copy'))"));
        await tab.PressEnterAsync();
        Assert.True(await tab.ComesAsync("document.querySelector('[role=status]').textContent === 'Copied.'"));
        Assert.Contains("#r \"", await tab.PasteAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_contents_follows_the_reader()
    {
        await using var tab = await site.OpenAsync(Page);
        Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('.contents [aria-current]').length"));
        foreach (var place in new[] { 4, 1 })
        {
            await tab.DoAsync($"document.getElementById(decodeURIComponent(document.querySelectorAll('.contents a')[{place}].hash.slice(1))).scrollIntoView({{ behavior: 'instant' }})");
            Assert.True(await tab.ComesAsync($"[...document.querySelectorAll('.contents a')].findIndex(link => link.ariaCurrent === 'location') === {place}"));
        }

        await tab.DoAsync("scrollTo({ top: 1e6, behavior: 'instant' })");
        Assert.True(await tab.ComesAsync("[...document.querySelectorAll('.contents a')].at(-1).ariaCurrent === 'location'"));
    }

    [Fact]
    public async Task The_table_of_contents_folds_where_the_window_is_narrow_and_is_a_plain_list_without_scripts()
    {
        const string listed = "document.querySelector('.contents ol').checkVisibility()";
        await using var narrow = await site.OpenAsync(Page, new BrowserPageOptions { Width = 600 });
        Assert.False(await narrow.IsAsync(listed));
        await narrow.ClickAsync(".fold");
        Assert.True(await narrow.IsAsync($"{listed} && document.querySelector('.fold').ariaExpanded === 'true'"));
        await using var plain = await site.OpenAsync(Page, new BrowserPageOptions { Width = 600, Scripts = false });
        Assert.True(await plain.IsAsync($"{listed} && !document.querySelector('.fold').checkVisibility() && !document.querySelector('.theme').checkVisibility()"));
    }

    [Fact]
    public async Task The_colours_are_the_systems_until_the_reader_chooses_and_then_the_readers_on_every_page()
    {
        await using var tab = await site.OpenAsync(Page, new BrowserPageOptions { Dark = true });
        var dark = await tab.AskAsync<string>(Background);
        await tab.ClickAsync(".theme");
        var light = await tab.AskAsync<string>(Background);
        Assert.NotEqual(dark, light);
        Assert.Equal("false", await tab.AskAsync<string>("document.querySelector('.theme').getAttribute('aria-pressed')"));
        await tab.OpenAsync(site.Path("index.html"));
        Assert.Equal(light, await tab.AskAsync<string>(Background));
        await tab.ClickAsync(".theme");
        Assert.Equal(dark, await tab.AskAsync<string>(Background));
        await tab.DoAsync("localStorage.clear()");
    }

    [Fact]
    public async Task Without_a_storage_the_colours_change_all_the_same()
    {
        await using var tab = await site.OpenAsync();
        await tab.PrepareAsync("Object.defineProperty(window, 'localStorage', { get() { throw new Error('none for files'); } });");
        await tab.OpenAsync(site.Path("index.html"));
        var before = await tab.AskAsync<string>(Background);
        await tab.ClickAsync(".theme");
        Assert.NotEqual(before, await tab.AskAsync<string>(Background));
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content()
    {
        await using var tab = await site.OpenAsync(Page);
        await tab.PressTabAsync();
        Assert.Equal("#content", await tab.AskAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.True(await tab.IsAsync("document.activeElement.getBoundingClientRect().left >= 0"));
        await tab.PressEnterAsync();
        Assert.True(await tab.ComesAsync("document.activeElement.id === 'content'"));
    }
}
