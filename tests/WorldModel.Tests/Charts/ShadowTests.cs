using System.Numerics;
using System.Text.Json;
using CsCheck;
using WorldModel.Charts;
using WorldModel.Twins;

namespace WorldModel.Tests.Charts;

public sealed class ShadowTests
{
    private static readonly Gen<Vector2[]> Points = Gen.Select(Gen.Float[-10, 10], Gen.Float[-10, 10], (x, y) => new Vector2(x, y)).Array[3, 40];

    [Fact]
    public void A_hull_turns_left_everywhere_and_leaves_no_point_outside() => Points.Sample(points =>
    {
        var hull = ConvexHull.Of(points);
        for (var i = 0; i < hull.Length; i++)
        {
            var (from, to) = (hull[i], hull[(i + 1) % hull.Length]);
            Assert.All(points, point => Assert.True(Turn(from, to, point) >= -1e-3f));
        }

        Assert.Subset(points.ToHashSet(), hull.ToHashSet());
    });

    [Fact]
    public void The_hull_of_a_square_is_its_corners() =>
        Assert.Equal([new(0, 0), new(2, 0), new(2, 2), new(0, 2)], ConvexHull.Of([new(1, 1), new(2, 2), new(0, 2), new(0, 0), new(2, 0), new(1, 0)]));

    [Fact]
    public void What_has_a_height_casts_a_shadow_and_what_lies_flat_casts_none()
    {
        var shadow = SceneChart.Draw("t", ChartSamples.Orchard()).Trace("shadow");
        var owners = shadow.GetProperty("text").EnumerateArray().Select(text => text.GetString()!).ToHashSet();
        Assert.Equal(ChartSamples.Orchard().Placements.Select(p => p.Name).Where(name => name != "lake").Order(), owners.Order());
        Assert.Single(shadow.Values("z").Distinct());
        Assert.False(shadow.GetProperty("showlegend").GetBoolean());
    }

    [Fact]
    public void The_shadow_of_a_falling_apple_meets_it_on_the_ground()
    {
        Scene scene = new([new("apple", "apple", new(0, 0, 4), Quaternion.Identity, new(0.08f)), new("hut", "house", new(5, 5, 0), Quaternion.Identity, new(3))]);
        var figure = SceneChart.Replay("t", new Twin(scene).Replay([new(1, "apple", Vector3.Zero)]), scene, [0, 1]);
        var traces = figure.Data().GetProperty("data").EnumerateArray().ToList();
        var frames = figure.Data().GetProperty("frames");
        var first = Middle(traces, frames[0]);
        var last = Middle(traces, frames[1]);
        Assert.True(first.Length() > 1, "high up, its shadow lies to the side");
        Assert.True(last.Length() < 0.1, "on the ground, below it");
    }

    private static Vector2 Middle(List<JsonElement> traces, JsonElement frame)
    {
        var numbers = frame.GetProperty("traces").EnumerateArray().Select(number => number.GetInt32()).ToList();
        var data = frame.GetProperty("data")[numbers.FindIndex(number => traces[number].GetProperty("name").GetString() == "shadow")];
        return new((float)data.Values("x").Average()!.Value, (float)data.Values("y").Average()!.Value);
    }

    private static float Turn(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
