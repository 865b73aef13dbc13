using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("model")]
    [InlineData(ChartSamples.Hostile)]
    public void A_picture_is_well_formed_and_holds_all_words_and_finite_numbers(string name)
    {
        foreach (var (kind, figure) in ChartSamples.All(name))
        {
            var picture = Parse(figure);
            var words = string.Join('\n', picture.Descendants(Svg + "text").Select(text => text.Value));
            var title = string.Join(' ', picture.Descendants(Svg + "text").Where(text => (string?)text.Attribute("font-size") == "15").Select(text => text.Value));
            Assert.Equal(name, title);
            Assert.All(Names(figure, name), expected => Assert.Contains(expected, words, StringComparison.Ordinal));
            Assert.False(Regex.IsMatch(picture.ToString(), "\"[^\"]*(NaN|Infinity|∞)[^\"]*\""), kind);
        }
    }

    [Fact]
    public void A_picture_is_an_image_with_a_description_of_chart_axes_and_series()
    {
        var overlay = Parse(ChartSamples.All().Single(sample => sample.Name == "overlay").Figure);
        Assert.Equal("img", (string?)overlay.Attribute("role"));
        Assert.Equal("overlay over time: model. Axes: height [m] against time [s]. Shows: truth (11 points, 0 to 5 m); model (11 points, 1 to 5 m).", (string?)overlay.Attribute("aria-label"));
    }

    [Fact]
    public void No_text_leaves_the_picture()
    {
        foreach (var (kind, figure) in ChartSamples.All("a model with quite a long name, as they have" + string.Concat(Enumerable.Repeat(" and more", 12))))
        {
            AssertInside(Parse(figure), kind);
        }
    }

    [Fact]
    public void Any_data_give_a_picture_in_which_nothing_leaves_or_overlaps_along_the_axes() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-9, 9], Gen.Int[1, 400]).Sample((offset, power, count) =>
        {
            double[] x = [.. Enumerable.Range(0, count).Select(i => offset + i * Math.Pow(10, power))];
            var picture = Parse(MeasurementChart.Draw("t", new("a", "m"), new("b", "m"), ("measured", x, x), ("law", x, x)));
            AssertInside(picture, "measurements");
            AssertApart(picture);
        }, iter: 300);

    [Fact]
    public void A_long_series_is_drawn_with_fewer_than_200_points()
    {
        var d = Parse(OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5, steps: 5000)))).Descendants(Svg + "svg").Single().Element(Svg + "path")!.Attribute("d")!.Value;
        Assert.InRange(d.Count(c => c is 'M' or 'L'), 90, 199);
    }

    [Fact]
    public void A_band_is_closed_and_thinned_along_both_edges()
    {
        var (low, high) = (ChartSamples.Run(5, steps: 5000), ChartSamples.Run(4, steps: 5000));
        var area = Parse(BandChart.Draw("t", "height", 0, ("90 %", low, high), ("truth", low))).Descendants(Svg + "svg").Single().Elements(Svg + "path").First();
        var d = area.Attribute("d")!.Value;
        Assert.EndsWith("Z", d, StringComparison.Ordinal);
        Assert.Equal((1, "0.22"), (d.Count(c => c == 'M'), area.Attribute("fill-opacity")!.Value));
        Assert.InRange(d.Count(c => c is 'M' or 'L'), 180, 400);
    }

    [Fact]
    public void A_gap_breaks_the_line()
    {
        double[] x = [1, 2, 3, 4, 5];
        var lines = Parse(MeasurementChart.Draw("t", new("a", "m"), new("b", "m"), ("measured", x, x), ("law", x, [1, 2, double.NaN, 4, 5])));
        var d = lines.Descendants(Svg + "svg").Single().Element(Svg + "path")!.Attribute("d")!.Value;
        Assert.Equal((2, 2), (d.Count(c => c == 'M'), d.Count(c => c == 'L')));
    }

    [Fact]
    public void A_path_that_runs_away_leaves_the_picture()
    {
        string[][] both = [["x", "height"], ["x", "height", "climb"]];
        foreach (var channels in both)
        {
            var picture = Parse(PathChart.Draw("t", channels, 0, ("truth", ChartSamples.Run(5)), ("wild", ChartSamples.Run(5e30))));
            AssertInside(picture, "paths");
            var numbers = picture.Descendants(Svg + "path").SelectMany(path => Regex.Matches(path.Attribute("d")!.Value, "[^MLZh ]+")).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture));
            Assert.All(numbers, number => Assert.InRange(number, -10_000, 10_000));
        }
    }

    [Fact]
    public void Points_lie_where_the_axes_say()
    {
        var picture = Parse(MeasurementChart.Draw("t", new("a", "m"), new("b", "m"), ("measured", [0, 10], [0, 10])));
        var dots = picture.Descendants(Svg + "svg").Single().Elements(Svg + "circle").Select(dot => (X: Number(dot, "cx"), Y: Number(dot, "cy"))).ToList();
        var left = Number(picture.Descendants(Svg + "svg").Single(), "x");
        Assert.Equal(Label(picture, "0", "x"), left + dots[0].X, 0.2);
        Assert.Equal(Label(picture, "10", "x"), left + dots[1].X, 0.2);
        Assert.True(dots[0].Y > dots[1].Y);
    }

    private static XElement Parse(Figure figure) => XElement.Parse(figure.ToSvg());

    private static IEnumerable<string> Names(Figure figure, string name)
    {
        var traces = figure.Data().GetProperty("data").EnumerateArray().Where(trace => trace.GetProperty("showlegend").GetBoolean());
        return traces.Select(trace => trace.GetProperty("name").GetString()!.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)).Append(name.Split(' ')[0]);
    }

    private static void AssertInside(XElement picture, string kind)
    {
        var box = picture.Attribute("viewBox")!.Value.Split(' ').Select(side => double.Parse(side, CultureInfo.InvariantCulture)).ToArray();
        foreach (var text in picture.Descendants(Svg + "text").Where(text => text.Attribute("transform") is null))
        {
            var (low, high) = Extent(text);
            Assert.True(low >= 0 && high <= box[2] && Number(text, "y") <= box[3] && Number(text, "y") > 8, $"{kind}: '{text.Value}' from {low} to {high} at {Number(text, "y")} of {box[2]} × {box[3]}");
        }
    }

    /// <summary>Numbers along one axis share a coordinate.</summary>
    private static void AssertApart(XElement picture)
    {
        foreach (var row in picture.Descendants(Svg + "text").Where(text => (string?)text.Attribute("text-anchor") == "middle" && (string?)text.Attribute("font-size") == "11").GroupBy(text => Number(text, "y")))
        {
            var extents = row.Select(Extent).OrderBy(extent => extent.Low).ToList();
            Assert.All(extents.Zip(extents.Skip(1)), pair => Assert.True(pair.First.High < pair.Second.Low, string.Join(' ', row.Select(text => text.Value))));
        }
    }

    private static (double Low, double High) Extent(XElement text)
    {
        var width = WorldModel.Charts.Svg.WidthOf(text.Value, Number(text, "font-size"));
        var start = Number(text, "x") - width * (((string?)text.Attribute("text-anchor")) switch { "middle" => 0.5, "end" => 1, _ => 0 });
        return (start, start + width);
    }

    private static double Label(XElement picture, string label, string coordinate) =>
        Number(picture.Descendants(Svg + "text").First(text => text.Value == label && (string?)text.Attribute("text-anchor") == "middle"), coordinate);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
