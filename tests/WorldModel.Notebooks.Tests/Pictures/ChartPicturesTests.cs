using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Pictures;

namespace WorldModel.Notebooks.Tests.Pictures;

/// <summary>Which picture a chart gets where nothing is drawn.</summary>
public sealed class ChartPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_picture_is_kept_byte_for_byte_while_its_figure_is_the_same()
    {
        var saved = WithSavedPicture();
        var renewed = await RenewAsync(saved with { Cells = SampleFigure.Result(_folder, SampleFigure.Output(SampleFigure.Line)).Cells });
        Assert.Equal(SampleFigure.Shown(saved), SampleFigure.Shown(renewed));
        Assert.Contains(SampleFigure.Picture(SampleFigure.Line).Html, SampleFigure.Shown(renewed)[0], StringComparison.Ordinal);
        Assert.Null(renewed.Problem);
    }

    [Fact]
    public async Task A_changed_figure_loses_its_picture_and_keeps_the_simple_one()
    {
        var saved = WithSavedPicture();
        var changed = SampleFigure.Output(SampleFigure.Line.Replace("[0,1]", "[0,3]", StringComparison.Ordinal));
        var renewed = await RenewAsync(saved with { Cells = SampleFigure.Result(_folder, changed).Cells });
        Assert.Equal([changed.Data["text/html"]], SampleFigure.Shown(renewed));
        Assert.Null(renewed.Problem);
    }

    [Fact]
    public async Task A_picture_moves_with_its_figure_to_another_cell()
    {
        var saved = WithSavedPicture();
        var renewed = await RenewAsync(saved with { Cells = SampleFigure.Result(_folder, SampleFigure.Output(SampleFigure.Scene), SampleFigure.Output(SampleFigure.Line)).Cells });
        Assert.Equal([false, true], SampleFigure.Shown(renewed).Select(html => html.Contains("wm-picture", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_outputs_and_notebooks_that_were_not_read_stay_as_they_are()
    {
        var table = SampleFigure.Output(SampleFigure.Line) with { Data = new Dictionary<string, string> { ["text/html"] = "<table></table>" } };
        Assert.Equal(["<table></table>"], SampleFigure.Shown(await RenewAsync(SampleFigure.Result(_folder, table))));
        var unread = new NotebookResult("a.ipynb", null, []) { Problem = "no JSON" };
        Assert.Equal(unread, await RenewAsync(unread));
    }

    [Fact]
    public void A_browser_that_is_not_there_is_refused_before_anything_runs() =>
        Assert.Equal("There is no browser /no/such/chromium. Give --browser the path of a Chromium, Chrome or Edge program.", ChartPictures.Refusal(true, "/no/such/chromium"));

    [Fact]
    public void A_browser_without_pictures_is_refused() => Assert.Contains("--pictures", ChartPictures.Refusal(false, "chromium"), StringComparison.Ordinal);

    [Fact]
    public void Without_pictures_no_browser_is_needed() => Assert.Null(ChartPictures.Refusal(false, null));

    private static async Task<NotebookResult> RenewAsync(NotebookResult result)
    {
        await using var pictures = new ChartPictures(null);
        return await pictures.RenewAsync(result, TestContext.Current.CancellationToken);
    }

    private NotebookResult WithSavedPicture()
    {
        var html = FigureMarkup.Find(SampleFigure.Html(SampleFigure.Line))!.With(SampleFigure.Picture(SampleFigure.Line));
        var chart = SampleFigure.Output(SampleFigure.Line);
        return SampleFigure.Saved(SampleFigure.Result(_folder, chart with { Data = new Dictionary<string, string>(chart.Data) { ["text/html"] = html } }));
    }
}
