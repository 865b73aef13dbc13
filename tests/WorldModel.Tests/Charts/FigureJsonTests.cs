using System.Text.Json;
using System.Text.RegularExpressions;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

public sealed class FigureJsonTests
{
    [Fact]
    public void A_figure_has_data_layout_frames_and_config()
    {
        foreach (var (name, figure) in ChartSamples.All())
        {
            var parts = figure.Data().EnumerateObject().Select(part => part.Name);
            Assert.Equal(["data", "layout", "frames", "config"], parts);
            Assert.True(figure.Data().GetProperty("data").GetArrayLength() > 0, name);
            Assert.Equal("model", figure.Title);
        }
    }

    [Fact]
    public void A_log_axis_of_two_decades_has_a_2_and_a_5_in_each_and_counts_whiskers()
    {
        var figure = ComparisonChart.Draw("t", "miss [%]", ("nearest", new(10, 1, 50)), ("mean", new(18, 4, 83)));
        Assert.Equal("D2", figure.Data().GetProperty("layout").GetProperty("xaxis").GetProperty("dtick").GetString());
    }

    [Fact]
    public void Every_axis_says_its_unit()
    {
        Assert.Equal(("time [s]", "height [m]"), Titles("overlay"));
        Assert.Equal(("time [s]", "height [m]"), Titles("band"));
        Assert.Equal(("x [m]", "height [m]"), Titles("paths"));
        Assert.Equal(("horizon [s]", "error of x, height [m]"), Titles("error growth"));
        Assert.Equal(("epoch", "loss"), Titles("learning curve"));
        Assert.Equal(("error [m]", ""), Titles("comparison"));
        Assert.Equal(("release height [punti]", "distance [punti]"), Titles("measurements"));
        Assert.Equal(("error [m]", "count"), Titles("histogram"));
        Assert.Equal(["x [m]", "y [m]", "z [m]"], SceneTitles("scene"));
        Assert.Equal(["x [m]", "height [m]", "climb [m/s]"], SceneTitles("paths in space"));
    }

    [Fact]
    public void An_overlay_holds_each_series_over_time()
    {
        var figure = Sample("overlay");
        foreach (var (name, gravity) in new[] { ("truth", 5.0), ("model", 4.0) })
        {
            FigureParts.Near(Enumerable.Range(0, 11).Select(t => 0.1 * t), figure.Trace(name).Values("x"));
            FigureParts.Near(ChartSamples.Run(gravity).Series("height"), figure.Trace(name).Values("y"));
        }
    }

    [Fact]
    public void A_band_is_the_area_between_both_ends_under_the_lines_in_the_means_colour()
    {
        var figure = Sample("band");
        var (band, seconds) = (figure.Trace("90 % interval"), Enumerable.Range(0, 11).Select(t => 0.1 * t));
        Assert.Equal("90 % interval", figure.Data().GetProperty("data")[0].GetProperty("name").GetString());
        FigureParts.Near(seconds.Concat(seconds.Reverse()), band.Values("x"));
        FigureParts.Near(ChartSamples.Run(3).Series("height").Concat(ChartSamples.Run(5).Series("height").Reverse()), band.Values("y"));
        Assert.Equal("toself", band.GetProperty("fill").GetString());
        Assert.Equal(figure.Trace("model").GetProperty("line").GetProperty("color").GetString(), band.GetProperty("fillcolor").GetString());
        Assert.Equal("markers", figure.Trace("sensor").GetProperty("mode").GetString());
    }

    [Fact]
    public void Error_growth_is_the_root_of_the_summed_squares_and_leaves_out_zero()
    {
        double?[] expected = [null, 5, 10];
        Assert.Equal(expected, Sample("error growth").Trace("model").Values("y"));
        Assert.Equal("log", Sample("error growth").Data().GetProperty("layout").GetProperty("yaxis").GetProperty("type").GetString());
    }

    [Fact]
    public void A_learning_curve_holds_both_losses_and_the_noise_floor()
    {
        var figure = Sample("learning curve");
        FigureParts.Near(Enumerable.Range(1, 20).Select(epoch => 1.0 / epoch), figure.Trace("model, training").Values("y"));
        FigureParts.Near(Enumerable.Range(1, 20).Select(epoch => 1.1 / epoch), figure.Trace("model, validation").Values("y"));
        FigureParts.Near([0.01, 0.01], figure.Trace("noise floor 0.01").Values("y"));
        Assert.Equal("dash", figure.Trace("noise floor 0.01").GetProperty("line").GetProperty("dash").GetString());
    }

    [Fact]
    public void A_comparison_holds_medians_and_whiskers_and_is_logarithmic_over_wide_spans()
    {
        var whiskers = Sample("comparison").Trace("control").GetProperty("error_x");
        FigureParts.Near([90], Sample("comparison").Trace("control").Values("x"));
        FigureParts.Near([10], whiskers.Values("array"));
        FigureParts.Near([10], whiskers.Values("arrayminus"));
        Assert.Equal("log", XType(Sample("comparison")));
        Assert.Equal("linear", XType(ComparisonChart.Draw("t", "a [m]", ("one", new(1, 1, 1)), ("two", new(29, 29, 29)))));
        Assert.Equal("linear", XType(ComparisonChart.Draw("t", "a [m]", ("one", new(-1, -2, 1)), ("two", new(29, 29, 290)))));
    }

    [Fact]
    public void A_failed_run_is_said_in_the_name()
    {
        var figure = ComparisonChart.Draw("t", "error [m]", ("net", new(1, 0.5, double.PositiveInfinity)), ("control", new(2, 1, 3)));
        var names = figure.Data().GetProperty("layout").GetProperty("yaxis").GetProperty("ticktext").EnumerateArray().Select(name => name.GetString()!);
        Assert.Equal(["net (a run failed)", "control"], names);
        FigureParts.Near([2], figure.Trace("net").GetProperty("error_x").Values("array"));
    }

    [Fact]
    public void Measurements_are_markers_and_curves_are_lines_from_left_to_right()
    {
        var figure = MeasurementChart.Draw("t", new("a", "m"), new("b", "m"), ("measured", [3, 1], [30, 10]), ("law", [3, 1, 2], [30, 10, 20]));
        Assert.Equal("markers", figure.Trace("measured").GetProperty("mode").GetString());
        Assert.Equal("lines", figure.Trace("law").GetProperty("mode").GetString());
        FigureParts.Near([1, 2, 3], figure.Trace("law").Values("x"));
        FigureParts.Near([10, 20, 30], figure.Trace("law").Values("y"));
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_once_and_says_how_many_are_not()
    {
        var figure = HistogramChart.Draw("t", "error [m]", ("a", [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i))]), ("b", [0, 0, double.NaN]));
        Assert.Equal(1000, figure.Trace("a").Values("y").Sum());
        Assert.Equal(2, figure.Trace("b (1 not finite)").Values("y").Sum());
    }

    [Fact]
    public void A_lost_reading_is_a_gap()
    {
        var figure = MeasurementChart.Draw("t", new("a", "m"), new("b", "m"), ("measured", [1, 2, 3], [1, double.NaN, 3]));
        double?[] expected = [1, null, 3];
        Assert.Equal(expected, figure.Trace("measured").Values("y"));
    }

    [Fact]
    public void Observations_are_markers_and_the_truth_is_the_boldest_line()
    {
        var figure = OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5)), ("what the Sensor saw", ChartSamples.Run(5)), ("model", ChartSamples.Run(4)));
        Assert.Equal("markers", figure.Trace("what the Sensor saw").GetProperty("mode").GetString());
        Assert.True(Width(figure, "truth") > Width(figure, "model"));
        Assert.Equal(Theme.Ink, figure.Trace("truth").GetProperty("line").GetProperty("color").GetString());
    }

    [Fact]
    public void A_prediction_that_runs_away_leaves_the_picture_instead_of_flattening_the_truth()
    {
        var range = OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5)), ("wild", ChartSamples.Run(5000)))
            .Data().GetProperty("layout").GetProperty("yaxis").Values("range");
        FigureParts.Near([-5, 10], range);
    }

    [Fact]
    public void A_long_run_is_thinned_and_keeps_its_ends()
    {
        var x = OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5, steps: 10_000))).Trace("truth").Values("x");
        Assert.InRange(x.Length, 700, 1600);
        Assert.Equal((0.0, 1000.0), (x[0]!.Value, x[^1]!.Value));
    }

    [Fact]
    public void Numbers_have_six_digits_at_most()
    {
        foreach (var (_, figure) in ChartSamples.All())
        {
            Assert.DoesNotMatch(new Regex("\\d\\.\\d{9,}"), figure.ToJson());
        }
    }

    [Fact]
    public void No_template_is_carried()
    {
        foreach (var (_, figure) in ChartSamples.All())
        {
            Assert.False(figure.Data().GetProperty("layout").TryGetProperty("template", out _));
        }
    }

    private static double Width(Figure figure, string name) => figure.Trace(name).GetProperty("line").GetProperty("width").GetDouble();

    private static string XType(Figure figure) => figure.Data().GetProperty("layout").GetProperty("xaxis").GetProperty("type").GetString()!;

    private static Figure Sample(string kind) => ChartSamples.All().Single(sample => sample.Name == kind).Figure;

    private static (string, string) Titles(string kind) => (Sample(kind).AxisTitle("xaxis"), Sample(kind).AxisTitle("yaxis"));

    private static IEnumerable<string> SceneTitles(string kind)
    {
        var scene = Sample(kind).Data().GetProperty("layout").GetProperty("scene");
        return new[] { "xaxis", "yaxis", "zaxis" }.Select(axis => scene.GetProperty(axis).GetProperty("title").GetProperty("text").GetString()!);
    }
}
