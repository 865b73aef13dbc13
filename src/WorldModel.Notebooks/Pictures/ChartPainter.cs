using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Pictures.Png;

namespace WorldModel.Notebooks.Pictures;

/// <summary>
/// Draws figures with plotly.js in a headless browser, one after the other; the browser starts with the first of them.
/// </summary>
internal sealed class ChartPainter(string browserPath) : IAsyncDisposable
{
    private const double Scale = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChartStage? _stage;
    private ChromiumBrowser? _browser;
    private BrowserPage? _page;

    /// <summary>The picture of a figure.</summary>
    /// <param name="json">The figure for plotly.js.</param>
    /// <param name="plotlyAssembly">The assembly that carries plotly.js.</param>
    /// <param name="cancellation">Ends the drawing.</param>
    /// <exception cref="InvalidOperationException">The browser has gone, or plotly.js refused the figure.</exception>
    /// <exception cref="TimeoutException">The chart was not there, whole and still, in time.</exception>
    public async Task<ChartPicture> DrawAsync(string json, string plotlyAssembly, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _browser ??= await ChromiumBrowser.StartAsync(browserPath, cancellation);
            _page ??= await _browser.OpenAsync(new BrowserPageOptions { Width = ChartStage.Width, Height = 1000, Scale = Scale }, cancellation);
            _stage ??= new();
            await _page.GoToAsync(_stage.PageWith(plotlyAssembly), cancellation);
            var layout = (await _page.EvaluateAsync<StageLayout>($"draw({json})", cancellation))!;
            var bitmap = await TakeAsync(_page, layout, cancellation);
            return new(PalettePng.Write(bitmap), layout.Width, layout.Height);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _stage?.Dispose();
        _turn.Dispose();
    }

    // Fonts and 3-D scenes arrive some frames after plotly.js says that it is done: a picture counts once it has stopped changing.
    private static async Task<Bitmap> TakeAsync(BrowserPage page, StageLayout layout, CancellationToken cancellation)
    {
        byte[] last = [];
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(50, cancellation))
        {
            var picture = await page.TakePictureAsync(new(0, 0, layout.Width, layout.Height), cancellation);
            if (picture.AsSpan().SequenceEqual(last) && Bitmap.Read(picture) is var bitmap && layout.Scenes.All(scene => !bitmap.IsBlank(scene.Times(Scale))))
            {
                return bitmap;
            }

            last = picture;
        }

        throw new TimeoutException($"it was not whole and still within {Patience.TotalSeconds:0} s");
    }
}
