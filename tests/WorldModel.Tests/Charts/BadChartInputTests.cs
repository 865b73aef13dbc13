using WorldModel.Charts;
using WorldModel.Twins;
using static TorchSharp.torch;

namespace WorldModel.Tests.Charts;

public sealed class BadChartInputTests
{
    private static readonly Channel Metres = new("a", "m");
    private static readonly string[] Fall = ["x", "height"];

    [Fact]
    public void No_series_at_all_is_said()
    {
        Says("at least one series", () => OverlayChart.Draw("t", "height", 0));
        Says("at least one series", () => BandChart.Draw("t", "height", 0, ("90 %", ChartSamples.Run(5), ChartSamples.Run(4))));
        Says("at least one series", () => PathChart.Draw("t", Fall, 0));
        Says("at least one series", () => ErrorGrowthChart.Draw("t", Fall));
        Says("at least one series", () => LearningCurveChart.Draw("t"));
        Says("at least one series", () => ComparisonChart.Draw("t", "a [m]"));
        Says("at least one series", () => MeasurementChart.Draw("t", Metres, Metres));
        Says("at least one series", () => HistogramChart.Draw("t", "a [m]"));
        Says("no placements", () => SceneChart.Draw("t", new Scene([])));
    }

    [Fact]
    public void A_series_without_a_finite_value_is_named()
    {
        Says("'lost'", () => OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5)), ("lost", ChartSamples.Nothing())));
        Says("'lost'", () => BandChart.Draw("t", "height", 0, ("lost", ChartSamples.Run(5, steps: 2), ChartSamples.Nothing()), ("truth", ChartSamples.Run(5))));
        Says("'lost'", () => PathChart.Draw("t", Fall, 0, ("lost", ChartSamples.Nothing())));
        Says("'lost'", () => LearningCurveChart.Draw("t", ("lost", [])));
        Says("'lost'", () => LearningCurveChart.Draw("t", ("lost", [new(1, double.NaN, double.NaN)])));
        Says("'lost'", () => MeasurementChart.Draw("t", Metres, Metres, ("lost", [], [])));
        Says("none of the 2 values of the series 'lost'", () => MeasurementChart.Draw("t", Metres, Metres, ("lost", [1, 2], [double.NaN, double.NaN])));
        Says("'lost'", () => HistogramChart.Draw("t", "a [m]", ("lost", [double.NaN, double.PositiveInfinity])));
        Says("'none'", () => ComparisonChart.Draw("t", "a [m]", ("none", new(double.NaN, double.NaN, double.NaN))));
        Says("none of the 3 values", () => ErrorGrowthChart.Draw("t", Fall, ("still", ChartSamples.Error(0))));
    }

    [Fact]
    public void A_run_or_a_channel_that_does_not_exist_is_named()
    {
        Says("'truth' has runs 0 to 0", () => OverlayChart.Draw("t", "height", 1, ("truth", ChartSamples.Run(5))));
        Says("'truth' has runs 0 to 0", () => PathChart.Draw("t", Fall, -1, ("truth", ChartSamples.Run(5))));
        Says("no channel 'depth'", () => OverlayChart.Draw("t", "depth", 0, ("truth", ChartSamples.Run(5))));
        Says("no channel 'depth'", () => ErrorGrowthChart.Draw("t", ["depth"], ("net", ChartSamples.Error(1))));
    }

    [Fact]
    public void Two_units_on_one_axis_are_refused()
    {
        var feet = new Trajectories(new(new("x", "m"), new("height", "ft"), new("climb", "m/s")), Space.None, zeros(1, 3, 3), zeros(1, 2, 0), 0.1);
        Says("'feet' has height [ft]", () => OverlayChart.Draw("t", "height", 0, ("truth", ChartSamples.Run(5)), ("feet", feet)));
        Says("'feet' has height [ft]", () => BandChart.Draw("t", "height", 0, ("feet", feet, feet), ("truth", ChartSamples.Run(5))));
        Says("climb [m/s]", () => ErrorGrowthChart.Draw("t", ["height", "climb"], ("net", ChartSamples.Error(1))));
    }

    [Fact]
    public void Shapes_that_cannot_be_drawn_are_refused()
    {
        Says("2 x values and 1 y values", () => MeasurementChart.Draw("t", Metres, Metres, ("odd", [1, 2], [1])));
        Says("11 x values and 6 y values", () => BandChart.Draw("t", "height", 0, ("90 %", ChartSamples.Run(5), ChartSamples.Run(5, steps: 5)), ("truth", ChartSamples.Run(5))));
        Says("2 or 3 channels, not 1", () => PathChart.Draw("t", ["x"], 0, ("truth", ChartSamples.Run(5))));
        Says("above zero", () => LearningCurveChart.Draw("t", 0.0, ("net", ChartSamples.Log(1))));
        Says("'net' comes 2 times", () => ComparisonChart.Draw("t", "a [m]", ("net", new(1, 1, 1)), ("net", new(2, 2, 2))));
        Says("not in order", () => ComparisonChart.Draw("t", "a [m]", ("net", new(1, 2, 3))));
    }

    [Fact]
    public void A_replay_needs_ascending_moments_and_its_own_scene()
    {
        var scene = ChartSamples.Orchard();
        Says("ascending", () => SceneChart.Replay("t", new(scene), scene, []));
        Says("ascending", () => SceneChart.Replay("t", new(scene), scene, [1, 1]));
        Says("ascending", () => SceneChart.Replay("t", new(scene), scene, [0, double.NaN]));
        Says("has no 'canoe'", () => SceneChart.Replay("t", new(scene), ChartSamples.Orchard("canoe"), [0]));
    }

    [Fact]
    public void Discs_need_a_truth_and_a_crowd()
    {
        Says("at least one series", () => DiscsChart.Draw("t", null, 0));
        Says("a crowd has the channels", () => DiscsChart.Draw("t", null, 0, ("truth", ChartSamples.Run(5))));
        Says("has runs 0 to 0", () => DiscsChart.Draw("t", null, 1, ("truth", ChartSamples.Discs())));
    }

    private static void Says(string expected, Func<Figure> draw) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(draw).Message, StringComparison.Ordinal);
}
