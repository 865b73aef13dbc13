using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>The saved course's pages on a phone, in both colours and on paper.</summary>
public sealed class SiteLooksTests(SiteBrowser site) : IClassFixture<SiteBrowser>
{
    // Every text that shows, with the ground that is painted behind it; charts bring colours of their own.
    private const string FaintTexts = """
        (() => {
          const parse = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const part = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          const ground = element => {
            for (; element; element = element.parentElement) {
              const colour = parse(getComputedStyle(element).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) { return colour; }
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || element.closest('.wm-chart, svg, script, style') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { continue; }
            const [one, other] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (contrast < 4.5) { faint.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`); }
          }
          return [...faint];
        })()
        """;

    private const string WideThings = """
        [...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('pre, .rich, .scroll, .formula, svg')).map(one => `${one.tagName}.${one.className}`)
        """;

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    public async Task A_page_is_never_wider_than_the_window(int width)
    {
        await using var tab = await site.OpenAsync(options: new BrowserPageOptions { Width = width });
        foreach (var page in site.Pages)
        {
            await tab.OpenAsync(site.Path(page));
            Assert.True(await tab.AskAsync<int>("document.documentElement.scrollWidth") <= width, $"{page} overflows {width} px");
            Assert.Empty(await tab.AskAsync<string[]>(WideThings) ?? []);
        }
    }

    // Without scripts, which add no colours but those of the buttons, all pages are looked at in a moment.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Every_text_stands_out_from_its_ground(bool dark, bool scripts)
    {
        await using var tab = await site.OpenAsync(options: new BrowserPageOptions { Dark = dark, Scripts = scripts });
        foreach (var page in site.Pages.Where(page => !scripts || page is "index.html" or "04-learned-dynamics.html"))
        {
            await tab.OpenAsync(site.Path(page));
            var faint = await tab.AskAsync<string[]>(FaintTexts) ?? [];
            Assert.True(faint.Length == 0, $"{page} in {(dark ? "dark" : "light")} colours: {string.Join(", ", faint)}");
        }
    }

    [Fact]
    public async Task A_line_of_110_letters_fits_a_window_of_1200()
    {
        await using var tab = await site.OpenAsync("04-learned-dynamics.html");
        var room = await tab.IsAsync("(code => (code.firstElementChild.textContent = 'x'.repeat(110), code.scrollWidth <= code.clientWidth))(document.querySelector('#cell-4 pre.source'))");
        Assert.True(room);
    }

    [Fact]
    public async Task A_phone_shows_charts_without_their_row_of_tools()
    {
        await using var tab = await site.OpenAsync("04-learned-dynamics.html", new BrowserPageOptions { Width = 390 });
        Assert.True(await tab.ComesAsync("document.querySelector('.modebar-container') !== null"));
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('.modebar-container')].every(bar => !bar.checkVisibility())"));
    }

    [Fact]
    public async Task Paper_shows_pictures_for_charts_light_colours_all_code_and_no_navigation()
    {
        await using var tab = await site.OpenAsync("04-learned-dynamics.html", new BrowserPageOptions { Dark = true });
        Assert.True(await tab.ComesAsync("document.querySelectorAll('.wm-live .main-svg').length > 0"));
        await tab.EmulateAsync("print", "prefers-color-scheme", "dark");
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('.wm-static')].every(picture => picture.getBoundingClientRect().height > 100)"));
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('.wm-live, .bar, .side, .turn, .copy, .sources, .cell > .number')].every(one => !one.checkVisibility())"));
        Assert.Equal("rgb(255, 255, 255)", await tab.AskAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('pre')].every(code => code.scrollWidth <= code.clientWidth + 1 && getComputedStyle(code).whiteSpace === 'pre-wrap')"));
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('.wm-chart')].every(chart => getComputedStyle(chart).breakInside === 'avoid')"));
    }

    [Fact]
    public async Task Whoever_wants_no_motion_gets_none()
    {
        await using var tab = await site.OpenAsync("04-learned-dynamics.html");
        await tab.EmulateAsync("", "prefers-reduced-motion", "reduce");
        Assert.Equal("auto", await tab.AskAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.True(await tab.IsAsync("[...document.querySelectorAll('*')].every(one => !(parseFloat(getComputedStyle(one).transitionDuration) > 0))"));
    }
}
