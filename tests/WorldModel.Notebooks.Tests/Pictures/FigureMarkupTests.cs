using WorldModel.Notebooks.Pictures;

namespace WorldModel.Notebooks.Tests.Pictures;

public sealed class FigureMarkupTests
{
    [Fact]
    public void A_charts_picture_and_figure_are_found() => Assert.Multiple(
        () => Assert.Equal(SampleFigure.Line, FigureMarkup.Find(SampleFigure.Html(SampleFigure.Line))!.Json),
        () => Assert.Equal(SampleFigure.Simple, SampleFigure.Html(SampleFigure.Line)[FigureMarkup.Find(SampleFigure.Html(SampleFigure.Line))!.Picture]));

    [Fact]
    public void Only_the_picture_is_exchanged()
    {
        var (html, picture) = (SampleFigure.Html(SampleFigure.Line), SampleFigure.Picture(SampleFigure.Line));
        var exchanged = FigureMarkup.Find(html)!.With(picture);
        Assert.Equal(html.Replace(SampleFigure.Simple, picture.Html, StringComparison.Ordinal), exchanged);
        Assert.Equal(html, FigureMarkup.Find(exchanged)!.With(new("", SampleFigure.Simple)));
    }

    [Fact]
    public void Equal_figures_have_equal_hashes_and_others_have_others()
    {
        string Hash(string json) => FigureMarkup.Find(SampleFigure.Html(json))!.Hash;
        Assert.Equal(Hash(SampleFigure.Line), Hash(new string(SampleFigure.Line)));
        Assert.NotEqual(Hash(SampleFigure.Line), Hash(SampleFigure.Line.Replace("[0,1]", "[0,2]", StringComparison.Ordinal)));
        Assert.Matches("^[0-9a-f]{16}$", Hash(SampleFigure.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<table></table>")]
    [InlineData("<div class=\"wm-static\"><svg></svg>")]
    [InlineData("<div class=\"wm-static\"><svg></svg></div><script type=\"application/zlib\" class=\"wm-data\">")]
    [InlineData("<div class=\"wm-static\"><svg></svg></div><script type=\"application/zlib\" class=\"wm-data\">no base64</script>")]
    [InlineData("<div class=\"wm-static\"><svg></svg></div><script type=\"application/zlib\" class=\"wm-data\">AAAA</script>")]
    public void What_is_no_whole_chart_is_none(string html) => Assert.Null(FigureMarkup.Find(html));
}
