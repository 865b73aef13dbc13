using System.Numerics;
using System.Text.Json;
using WorldModel.Charts;
using WorldModel.Twins;

namespace WorldModel.Tests.Charts;

public sealed class SceneChartTests
{
    private static readonly double[] Moments = [0, 0.5, 1];

    [Fact]
    public void Every_placement_can_be_hovered_and_every_kind_is_in_the_legend_once()
    {
        var scene = ChartSamples.Orchard();
        var traces = Traces(SceneChart.Draw("t", scene));
        var named = traces.Where(trace => trace.TryGetProperty("text", out _)).SelectMany(trace => trace.GetProperty("text").EnumerateArray().Select(text => text.GetString()!)).ToHashSet();
        Assert.Equal(scene.Placements.Select(p => p.Name).Order(), named.Order());
        var legend = traces.Where(trace => trace.GetProperty("showlegend").GetBoolean()).Select(trace => trace.GetProperty("name").GetString()!);
        Assert.Equal(scene.Placements.Select(p => p.Kind).Distinct().Order(), legend.Order());
    }

    [Fact]
    public void A_scene_keeps_its_real_proportions_and_has_a_ground()
    {
        var figure = SceneChart.Draw("t", ChartSamples.Orchard());
        Assert.Equal("data", figure.Data().GetProperty("layout").GetProperty("scene").GetProperty("aspectmode").GetString());
        Assert.Equal("mesh3d", figure.Trace("ground").GetProperty("type").GetString());
    }

    [Fact]
    public void An_unknown_kind_is_a_box_of_its_size_where_it_stands()
    {
        Quaternion quarter = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2);
        Scene scene = new([new("carrier", "raft", new(10, 0, 0), quarter, new(8, 8, 1)), new("cargo", "cargo", new(2, 0, 1), Quaternion.Identity, new(4, 2, 1), "carrier")]);
        var box = SceneChart.Draw("t", scene).Trace("cargo");
        // The carrier turns the cargo's length along the ground's y and its offset with it.
        Assert.Equal((9.0, 11.0), Range(box.Values("x")));
        Assert.Equal((0.0, 4.0), Range(box.Values("y")));
        Assert.Equal((1.0, 2.0), Range(box.Values("z")));
    }

    [Fact]
    public void Small_things_in_a_wide_scene_are_markers_as_well()
    {
        var markers = Traces(SceneChart.Draw("t", ChartSamples.Orchard())).Single(trace => trace.TryGetProperty("mode", out var mode) && mode.GetString() == "markers");
        Assert.Equal("apple", markers.GetProperty("name").GetString());
        FigureParts.Near([-9, -11], markers.Values("x"));
        FigureParts.Near([3.0375, 3.0375], markers.Values("z"));
    }

    [Fact]
    public void A_replay_holds_a_frame_a_moment_with_a_button_and_a_slider()
    {
        var figure = Replay();
        Assert.Equal(3, figure.Data().GetProperty("frames").GetArrayLength());
        var slider = figure.Data().GetProperty("layout").GetProperty("sliders")[0];
        Assert.Equal(["0", "0.5", "1"], slider.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("label").GetString()!));
        Assert.Equal(" s", slider.GetProperty("currentvalue").GetProperty("suffix").GetString());
        Assert.Equal("animate", figure.Data().GetProperty("layout").GetProperty("updatemenus")[0].GetProperty("buttons")[0].GetProperty("method").GetString());
    }

    [Fact]
    public void Frames_hold_what_moves_where_the_twin_has_it_and_nothing_else()
    {
        var figure = Replay();
        var traces = Traces(figure);
        var last = figure.Data().GetProperty("frames")[2];
        var moved = last.GetProperty("traces").EnumerateArray().Select(number => traces[number.GetInt32()]).ToList();
        var names = moved.SelectMany(trace => trace.GetProperty("text").EnumerateArray().Select(text => text.GetString()!)).ToHashSet();
        Assert.Equal(["apple 1", "boat", "left oar"], names.Order());

        var apple = last.GetProperty("data")[moved.FindIndex(trace => trace.GetProperty("type").GetString() == "scatter3d" && trace.GetProperty("mode").GetString() == "markers")];
        Assert.Equal(["z"], apple.EnumerateObject().Select(axis => axis.Name));
        Assert.Equal(0.0375, apple.Values("z")[0]!.Value, 0.005);
    }

    [Fact]
    public void The_first_frame_is_what_is_drawn_before_anyone_plays()
    {
        var figure = Replay();
        var traces = Traces(figure);
        var first = figure.Data().GetProperty("frames")[0];
        foreach (var (number, data) in first.GetProperty("traces").EnumerateArray().Zip(first.GetProperty("data").EnumerateArray()))
        {
            foreach (var axis in data.EnumerateObject())
            {
                Assert.All(traces[number.GetInt32()].Values(axis.Name).Zip(data.Values(axis.Name)), pair => Assert.Equal(pair.First!.Value, pair.Second!.Value, 0.006));
            }
        }
    }

    [Fact]
    public void A_replay_in_which_nothing_moves_has_no_frames()
    {
        var scene = ChartSamples.Orchard();
        Assert.Equal(0, SceneChart.Replay("t", new(scene), scene, Moments).Data().GetProperty("frames").GetArrayLength());
    }

    [Fact]
    public void Ten_boats_over_sixty_frames_stay_below_150_kB()
    {
        Scene fleet = new(Enumerable.Range(0, 10).Select(i => new Placement($"boat {i}", "boat", new(0, 3 * i, 0), Quaternion.Identity, new(4, 1.5f, 0.7f))));
        Twin twin = new(fleet);
        twin.Replay(from frame in Enumerable.Range(0, 60) from boat in Enumerable.Range(0, 10) select new Reading(0.5 * frame, $"boat {boat}", new(0.37f * frame * (1 + 0.1f * boat), 3 * boat + MathF.Sin(0.1f * frame), 0)));
        var figure = SceneChart.Replay("regatta", twin, fleet, [.. Enumerable.Range(0, 60).Select(frame => 0.5 * frame)]);
        Assert.InRange(figure.ToJson().Length, 10_000, 150_000);
    }

    private static Figure Replay() => SceneChart.Replay("t", ChartSamples.Moving(ChartSamples.Orchard()), ChartSamples.Orchard(), Moments);

    private static List<JsonElement> Traces(Figure figure) => [.. figure.Data().GetProperty("data").EnumerateArray()];

    private static (double, double) Range(double?[] values) => (Math.Round(values.Min()!.Value, 3), Math.Round(values.Max()!.Value, 3));
}
