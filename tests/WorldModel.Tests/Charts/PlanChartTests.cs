using System.Text.Json;
using WorldModel.Charts;
using WorldModel.Worlds;

namespace WorldModel.Tests.Charts;

public sealed class PlanChartTests
{
    [Fact]
    public void Each_step_is_a_frame_in_which_the_fan_the_chosen_plan_and_the_boat_move()
    {
        var figure = JsonDocument.Parse(PlanChart.Draw("t", ChartSamples.Planned(), (0, 2), ("jetty", new Jetty(-1, 3, 3, 5))).ToJson()).RootElement;
        Assert.Equal(
            ["jetty", "goal", "where it went", "considered", "chosen, as each model imagines it", "boat"],
            figure.GetProperty("data").EnumerateArray().Select(series => series.GetProperty("name").GetString()));
        var frames = figure.GetProperty("frames");
        Assert.Equal(2, frames.GetArrayLength());
        Assert.Equal([3, 4, 5], frames[0].GetProperty("traces").EnumerateArray().Select(trace => trace.GetInt32()));
        Assert.Equal(2 * 4, frames[0].GetProperty("data")[0].GetProperty("x").GetArrayLength()); // two futures of three states, and a gap each
    }

    [Fact]
    public void Nothing_planned_is_nothing_to_draw() =>
        Assert.Contains("at least one series", Assert.Throws<ArgumentException>(() => PlanChart.Draw("t", ChartSamples.Planned() with { Plans = [] }, (0, 0))).Message, StringComparison.Ordinal);
}
