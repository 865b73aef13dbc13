using System.Text;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Model;
using WorldModel.Notebooks.Rendering;

namespace WorldModel.Notebooks.Tests.Rendering;

public sealed class CardPictureTests
{
    [Fact]
    public void A_drawing_becomes_a_file_with_its_namespace_and_its_label()
    {
        var picture = Of(("text/html", "<figure><svg viewBox=\"0 0 1 1\" aria-label=\"A &lt;falling&gt; apple\"><svg></svg><path/></svg><svg></svg></figure>"))!;
        Assert.Equal(("svg", "A <falling> apple"), (picture.Extension, picture.Alt));
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\" aria-label=\"A &lt;falling&gt; apple\"><svg></svg><path/></svg>", Encoding.UTF8.GetString(picture.Content));
    }

    [Theory]
    [InlineData("<img class=\"wm-picture\" src=\"data:image/webp;base64,QUJD\" alt=\"An apple\">")]
    [InlineData("<img alt=\"An apple\" data-figure=\"1\"\n src=\"data:image/webp;base64,QUJD\">")]
    public void An_image_inside_the_page_becomes_a_file(string html)
    {
        var picture = Of(("text/html", html))!;
        Assert.Equal(("webp", "An apple", "ABC"), (picture.Extension, picture.Alt, Encoding.UTF8.GetString(picture.Content)));
    }

    [Fact]
    public void A_plain_picture_counts_too() => Assert.Equal("png", Of(("image/png", "QUJD"), ("text/plain", "x"))!.Extension);

    [Theory]
    [InlineData("text/html", "<img src=\"data:image/png;base64,%%%\">")]
    [InlineData("text/html", "<img src=\"https://example.invalid/x.png\">")]
    [InlineData("text/html", "<p>no picture</p>")]
    [InlineData("image/png", "not base64!")]
    public void What_holds_no_picture_gives_none(string type, string text) => Assert.Null(Of((type, text)));

    private static CardPicture? Of(params (string Type, string Text)[] forms)
    {
        var output = new DataOutput(forms.ToDictionary(form => form.Type, form => form.Text), IsResult: true);
        return CardPicture.Of(new NotebookResult("a.ipynb", null, [new CellResult(new Cell(1, CellKind.Code, "x"), [output], TimeSpan.Zero)]));
    }
}
