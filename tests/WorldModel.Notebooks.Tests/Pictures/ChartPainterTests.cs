using System.Diagnostics;
using System.Globalization;
using WorldModel.Notebooks.Browser;
using WorldModel.Notebooks.Pictures;
using WorldModel.Notebooks.Pictures.Png;

namespace WorldModel.Notebooks.Tests.Pictures;

public sealed class ChartPainterTests : IDisposable
{
    // Frames are a list.
    private const string Refused = """{"data":[],"layout":{},"frames":5}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Charts_are_drawn_at_twice_their_size_and_those_that_cannot_be_are_named()
    {
        await using var pictures = new ChartPictures(Chromium());
        var charts = new[] { SampleFigure.Line, Refused, SampleFigure.Scene, SampleFigure.Line }.Select(json => SampleFigure.Output(json));
        var result = await pictures.RenewAsync(SampleFigure.Result(_folder, [.. charts]), TestContext.Current.CancellationToken);
        var shown = SampleFigure.Shown(result);
        Assert.Equal((800, 300), Size(Drawn(shown[0])));
        Assert.Equal((800, 320), Size(Drawn(shown[2])));
        Assert.True(Drawn(shown[2]).Colors.Count(IsRed) > 10_000);
        Assert.Equal(shown[0], shown[3]);
        Assert.Equal(SampleFigure.Output(Refused).Data["text/html"], shown[1]);
        Assert.StartsWith("the chart \"[kind] title: contents\" of cell 3 cannot be drawn: The page threw:", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_that_has_its_picture_needs_no_browser()
    {
        await using var pictures = new ChartPictures(_folder.File("no-browser"));
        var pictured = FigureMarkup.Find(SampleFigure.Html(SampleFigure.Line))!.With(SampleFigure.Picture(SampleFigure.Line));
        var output = SampleFigure.Output(SampleFigure.Line) with { Data = new Dictionary<string, string> { ["text/html"] = pictured } };
        var result = await pictures.RenewAsync(SampleFigure.Result(_folder, output), TestContext.Current.CancellationToken);
        Assert.Equal([pictured], SampleFigure.Shown(result));
        Assert.Null(result.Problem);
    }

    [Fact]
    public async Task When_the_browser_dies_what_was_drawn_stays_and_the_rest_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script tells which process to end.");
        await using var pictures = new ChartPictures(ChromiumThatTellsItsProcess());
        await pictures.RenewAsync(SampleFigure.Result(_folder, SampleFigure.Output(SampleFigure.Line)), TestContext.Current.CancellationToken);
        using (var browser = Process.GetProcessById(int.Parse(File.ReadAllText(_folder.File("pid")), CultureInfo.InvariantCulture)))
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var result = await pictures.RenewAsync(SampleFigure.Result(_folder, [.. Enumerable.Repeat(SampleFigure.Output(SampleFigure.Scene), 5)]), TestContext.Current.CancellationToken);
        Assert.All(SampleFigure.Shown(result), html => Assert.Contains(SampleFigure.Simple, html, StringComparison.Ordinal));
        Assert.Contains("of cell 2 cannot be drawn", result.Problem, StringComparison.Ordinal);
        Assert.EndsWith("; and 2 more", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_browser_is_a_problem_of_the_charts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        await using var pictures = new ChartPictures(Script("#!/bin/sh\nexit 3\n"));
        var result = await pictures.RenewAsync(SampleFigure.Result(_folder, SampleFigure.Output(SampleFigure.Line)), TestContext.Current.CancellationToken);
        Assert.Contains("did not open its debugging port", result.Problem, StringComparison.Ordinal);
        Assert.False(result.Passed);
    }

    private static string Chromium()
    {
        var path = ChromiumLocator.Find();
        Assert.SkipWhen(path is null, $"No Chromium, Chrome or Edge on this machine: install one, or name its program in {ChromiumLocator.Variable}.");
        return path;
    }

    private string ChromiumThatTellsItsProcess() => Script($"#!/bin/sh\necho $$ > '{_folder.File("pid")}'\nexec '{Chromium()}' \"$@\"\n");

    private string Script(string text)
    {
        var file = _folder.Write("browser.sh", text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    private static Bitmap Drawn(string html) =>
        Bitmap.Read(Convert.FromBase64String(Assert.Single(PictureTag.In(html)).Html.Split("base64,")[1].Split('"')[0]));

    private static (int Width, int Height) Size(Bitmap bitmap) => (bitmap.Width / 2, bitmap.Height / 2);

    // A lit face of the red body.
    private static bool IsRed(int color) => color >> 16 > 100 && (color & 0xFFFF) == 0;
}
