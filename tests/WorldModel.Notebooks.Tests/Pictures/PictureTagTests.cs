using System.Net;
using CsCheck;
using WorldModel.Notebooks.Pictures;

namespace WorldModel.Notebooks.Tests.Pictures;

public sealed class PictureTagTests
{
    private const string Figure = "0123456789abcdef";

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Gen.String[Gen.Char["<>&\"' \n\t\0a😀é"], 0, 700]);

    [Fact]
    public void The_alternative_text_is_the_charts_words_on_one_line()
    {
        var tag = Of("[overlay] a < b & \"c\":\ntruth (11 points)");
        Assert.Equal("[overlay] a < b & \"c\": truth (11 points)", Alt(tag));
    }

    [Fact]
    public void A_long_text_is_cut_between_words() =>
        Assert.Equal("one two…", PictureTag.Cut("one two three", 10));

    [Fact]
    public void Whatever_the_text_an_image_is_one_whole_element_that_is_found_again() => AnyText.Sample(text =>
    {
        var tag = Of(text);
        Assert.Equal([tag], PictureTag.In($"<p>{tag.Html}</p>"));
        Assert.InRange(Alt(tag).Length, 0, 300);
        Assert.DoesNotContain(Alt(tag), char.IsControl);
    });

    [Fact]
    public void A_text_is_kept_up_to_where_it_is_cut() => Gen.Select(AnyText, Gen.Int[5, 80]).Sample((text, most) =>
    {
        var cut = PictureTag.Cut(text, most);
        Assert.InRange(cut.Length, 0, most);
        Assert.StartsWith(cut.TrimEnd('…'), PictureTag.Cut(text, int.MaxValue), StringComparison.Ordinal);
    });

    [Fact]
    public void The_size_on_the_page_is_said_and_shrinks_with_its_column() =>
        Assert.Contains("width=\"800\" height=\"300\" alt=\"words\" style=\"max-width:100%;height:auto\"", Of("words").Html, StringComparison.Ordinal);

    private static PictureTag Of(string text) => PictureTag.Of(Figure, new([0x89, 0x50], 800, 300), text);

    private static string Alt(PictureTag tag)
    {
        var start = tag.Html.IndexOf(" alt=\"", StringComparison.Ordinal) + 6;
        return WebUtility.HtmlDecode(tag.Html[start..tag.Html.IndexOf('"', start)]);
    }
}
