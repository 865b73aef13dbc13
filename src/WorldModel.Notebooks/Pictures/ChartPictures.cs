using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Execution;

namespace WorldModel.Notebooks.Pictures;

/// <summary>
/// Gives charts the static pictures that plotly.js draws: those that the notebook was saved with, as long as their figure
/// is the same, and where a browser is named, new ones for the rest.
/// </summary>
/// <param name="browser">The browser's program; null: nothing is drawn anew.</param>
internal sealed class ChartPictures(string? browser) : IAsyncDisposable
{
    private readonly ChartPainter? _painter = browser is null ? null : new(browser);

    /// <summary>For the options of a run: the browser they mean.</summary>
    public static ChartPictures For(bool pictures, string? browser) => new(pictures ? browser ?? ChromiumLocator.Find() : null);

    /// <summary>Why a run with these options cannot begin, or null.</summary>
    public static string? Refusal(bool pictures, string? browser) => (pictures, browser) switch
    {
        (false, not null) => "--browser names the program that draws for --pictures; give both or none.",
        (true, not null) when !File.Exists(browser) => $"There is no browser {browser}. Give --browser the path of a Chromium, Chrome or Edge program.",
        (true, null) when ChromiumLocator.Find() is null =>
            "--pictures draws with an installed Chromium, Chrome or Edge, and none was found on PATH or in the usual places. "
            + $"Install one (Debian: apt-get install chromium), or name its program with --browser PATH or in {ChromiumLocator.Variable}. Without --pictures nothing is needed.",
        _ => null,
    };

    /// <summary>
    /// The result with the pictures in its charts exchanged. A chart that cannot be drawn keeps its simple picture and is
    /// named in the result's problem.
    /// </summary>
    public async Task<NotebookResult> RenewAsync(NotebookResult result, CancellationToken cancellation)
    {
        if (result.Notebook is null)
        {
            return result;
        }

        var pictures = new NotebookPictures(result, _painter);
        var cells = new List<CellResult>();
        foreach (var cell in result.Cells)
        {
            cells.Add(await pictures.RenewAsync(cell, cancellation));
        }

        return result with { Cells = cells, Problem = result.Problem ?? pictures.Problem };
    }

    public ValueTask DisposeAsync() => _painter?.DisposeAsync() ?? ValueTask.CompletedTask;
}
