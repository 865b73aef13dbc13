using System.Text.RegularExpressions;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

[Collection(nameof(PlotlyScripts))]
public sealed partial class FigureHtmlTests : IDisposable
{
    public FigureHtmlTests() => AppContext.SetSwitch(PlotlyLibrary.PageHasPlotly, true);

    public void Dispose() => AppContext.SetSwitch(PlotlyLibrary.PageHasPlotly, false);

    [Fact]
    public void The_same_input_gives_the_same_html_byte_for_byte()
    {
        var first = ChartSamples.All().Select(sample => sample.Figure.ToHtml()).ToList();
        var second = ChartSamples.All().Select(sample => sample.Figure.ToHtml()).ToList();
        Assert.Equal(first, second);
        Assert.Equal(first.Count, first.Distinct().Count());
    }

    [Fact]
    public void A_figure_holds_picture_chart_data_and_script_in_this_order()
    {
        foreach (var (name, figure) in ChartSamples.All())
        {
            Assert.True(Anatomy().IsMatch(figure.ToHtml()), name);
        }
    }

    [Fact]
    public void The_packed_data_is_the_figures_json()
    {
        foreach (var (name, figure) in ChartSamples.All(ChartSamples.Hostile))
        {
            Assert.True(figure.ToJson() == FigureParts.Json(figure.ToHtml()), name);
        }
    }

    [Fact]
    public void Nothing_is_asked_of_the_network()
    {
        foreach (var (_, figure) in ChartSamples.All())
        {
            var addresses = Address().Matches(figure.ToHtml()).Select(match => match.Value).Distinct();
            Assert.Equal(["http://www.w3.org/2000/svg"], addresses);
        }
    }

    [Fact]
    public void A_hostile_name_ends_no_script_and_opens_no_element()
    {
        foreach (var (name, figure) in ChartSamples.All(ChartSamples.Hostile))
        {
            var html = figure.ToHtml();
            Assert.Equal(2, Regex.Count(html, "</script", RegexOptions.IgnoreCase));
            Assert.Equal(2, Regex.Count(html, "<script[ >]", RegexOptions.IgnoreCase));
            Assert.False(html.Contains("<!--", StringComparison.Ordinal), name);
            Assert.False(FigureParts.Svg(html).Contains("<b>", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void The_switch_keeps_the_library_out()
    {
        Assert.DoesNotContain("plotly.js v", ChartSamples.All().First().Figure.ToHtml(new PlotlyLibrary()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_switch_the_first_figure_alone_carries_the_library_every_time_it_is_shown()
    {
        AppContext.SetSwitch(PlotlyLibrary.PageHasPlotly, false);
        PlotlyLibrary library = new();
        var figures = ChartSamples.All().Select(sample => sample.Figure).Take(3).ToList();
        var html = figures.Concat(figures).Select(figure => figure.ToHtml(library)).ToList();
        Assert.Equal([1, 0, 0, 1, 0, 0], html.Select(one => Regex.Count(one, "plotly\\.js v\\d")));
        Assert.Equal(html[0], html[3]);
    }

    [Fact]
    public void The_carried_library_is_whole_ends_no_script_early_and_hides_from_module_loaders()
    {
        AppContext.SetSwitch(PlotlyLibrary.PageHasPlotly, false);
        var script = new PlotlyLibrary().ScriptFor(ChartSamples.All().First().Figure);
        Assert.StartsWith("<script>if(!window.Plotly){(function(){var define,module,exports;", script, StringComparison.Ordinal);
        Assert.EndsWith(").call(window);}</script>", script, StringComparison.Ordinal);
        Assert.True(script.Length > 3_000_000);
        Assert.Single(Regex.Matches(script, "</script", RegexOptions.IgnoreCase));
    }

    [GeneratedRegex("^<figure class=\"wm-chart\"[^>]*>\\s*<div class=\"wm-static\"><svg .*?</svg></div>\\s*<div class=\"wm-live\"></div>\\s*<script type=\"application/zlib\" class=\"wm-data\">[A-Za-z0-9+/]+=*</script>\\s*<script>.*</script>\\s*</figure>$", RegexOptions.Singleline)]
    private static partial Regex Anatomy();

    [GeneratedRegex("https?://[^\"'\\s]*")]
    private static partial Regex Address();
}
