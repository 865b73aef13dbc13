using System.Text.Json;
using WorldModel.Notebooks.Pictures;

namespace WorldModel.Notebooks.Tests.Pictures;

[Collection(nameof(PicturedNotebooks))]
public sealed class PicturedNotebookTests(PicturedNotebook notebook)
{
    [Fact]
    public void Both_runs_pass() => Assert.Equal((0, 0), (notebook.First.ExitCode, notebook.Second.ExitCode));

    [Fact]
    public void Charts_are_saved_as_json_for_plotly_renderers_and_not_as_a_string_of_it()
    {
        using var file = JsonDocument.Parse(notebook.AfterFirst);
        var figures = file.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.TryGetProperty("outputs", out _))
            .SelectMany(cell => cell.GetProperty("outputs").EnumerateArray()).Select(output => output.GetProperty("data").GetProperty("application/vnd.plotly.v1+json")).ToList();
        Assert.Equal([JsonValueKind.Object, JsonValueKind.Object], figures.Select(figure => figure.ValueKind));
        Assert.All(figures, figure => Assert.Equal(JsonValueKind.Array, figure.GetProperty("data").ValueKind));
    }

    [Fact]
    public void A_charts_html_holds_the_same_figure() => Assert.All(
        notebook.Charts,
        chart => Assert.True(JsonElement.DeepEquals(Parse(FigureMarkup.Find(chart.Data["text/html"])!.Json), Parse(chart.Data["application/vnd.plotly.v1+json"]))));

    [Fact]
    public void Each_chart_is_saved_with_a_picture_that_names_its_figure_and_says_what_it_shows()
    {
        RequireBrowser();
        foreach (var html in notebook.Charts.Select(chart => chart.Data["text/html"]))
        {
            Assert.Equal(FigureMarkup.Find(html)!.Hash, Assert.Single(PictureTag.In(html)).Figure);
            Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        }

        Assert.Contains("alt=\"[histogram] How &lt;long&gt; &amp; &quot;far&quot;: model", notebook.Charts[0].Data["text/html"], StringComparison.Ordinal);
        Assert.Contains("alt=\"[3-D scene] A tree and a boat: ", notebook.Charts[1].Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_again_without_asking_for_pictures_changes_no_byte() => Assert.Equal(notebook.AfterFirst, notebook.AfterSecond);

    [Fact]
    public void The_site_shows_the_pictures_on_its_pages_and_its_cards()
    {
        RequireBrowser();
        var picture = PictureTag.In(notebook.Charts[0].Data["text/html"]).Single().Html;
        Assert.Contains(picture, notebook.SiteFile("charts.html"), StringComparison.Ordinal);
        Assert.Contains("<img src=\"pictures/charts.png\"", notebook.SiteFile("index.html"), StringComparison.Ordinal);
        Assert.Equal(picture.Split("base64,")[1].Split('"')[0], Convert.ToBase64String(notebook.SiteBytes("pictures/charts.png")));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static void RequireBrowser() => Assert.SkipUnless(PicturedNotebook.HasBrowser, "No Chromium, Chrome or Edge on this machine, so no pictures were drawn.");
}
