using System.Text.Json;
using WorldModel.Charts;

namespace WorldModel.Tests.Charts;

public sealed class FanChartTests
{
    [Fact]
    public void A_fan_is_one_series_with_a_gap_after_each_future_and_its_truth_another()
    {
        var futures = new Trajectories(ChartSamples.Fall, Space.None, ChartSamples.Run(5).States.expand(3, -1, -1), ChartSamples.Run(5).Actions.expand(3, -1, -1), 0.1);
        var data = JsonDocument.Parse(FanChart.Draw("t", "x", "height", ("left", futures, ChartSamples.Run(4))).ToJson()).RootElement.GetProperty("data");
        Assert.Equal(["left", "left, truth"], data.EnumerateArray().Select(series => series.GetProperty("name").GetString()));
        var x = data[0].GetProperty("x");
        Assert.Equal(3 * 12, x.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, x[11].ValueKind);
    }

    [Fact]
    public void What_cannot_be_drawn_is_named()
    {
        Says("at least one series", () => FanChart.Draw("t", "x", "height"));
        Says("'lost'", () => FanChart.Draw("t", "x", "height", ("lost", ChartSamples.Nothing(), ChartSamples.Run(5))));
        Says("no channel 'depth'", () => FanChart.Draw("t", "x", "depth", ("a", ChartSamples.Run(5), ChartSamples.Run(5))));
    }

    private static void Says(string expected, Func<Figure> draw) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(draw).Message, StringComparison.Ordinal);
}
