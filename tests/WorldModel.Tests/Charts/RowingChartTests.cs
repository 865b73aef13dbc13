using System.Numerics;
using System.Text.Json;
using WorldModel.Charts;
using static TorchSharp.torch;

namespace WorldModel.Tests.Charts;

public sealed class RowingChartTests
{
    [Fact]
    public void At_the_catch_both_blades_are_towards_the_bow_and_at_the_finish_towards_the_stern()
    {
        Assert.Equal(1.8 * Math.Sin(0.85), Blade(stroke: 0, solid: 1).X, 0.1);
        Assert.Equal(-1.8 * Math.Sin(0.85), Blade(MathF.PI, solid: 1).X, 0.1);
        Assert.Equal(1.8 * Math.Sin(0.85), Blade(stroke: 0, solid: 2).X, 0.1);
    }

    [Fact]
    public void The_left_blade_is_to_the_left_in_the_water_when_it_drives_and_above_it_on_its_way_back()
    {
        var (drives, returns) = (Blade(MathF.PI / 2, solid: 1), Blade(3 * MathF.PI / 2, solid: 1));
        Assert.True(drives.Y > 2 && Blade(MathF.PI / 2, solid: 2).Y < -2);
        Assert.InRange(drives.Z, -0.2, 0.05);
        Assert.InRange(returns.Z, 0.2, 0.5);
    }

    [Fact]
    public void The_bow_points_along_the_heading()
    {
        var hull = new RowingPose(new(5, 6, 0), MathF.PI / 2, 0, 0).Points(0);
        var bow = hull.MaxBy(point => point.Y);
        Assert.Equal(8, bow.Y, 1e-4);
        Assert.Equal(5, bow.X, 1e-4);
    }

    [Fact]
    public void Hull_and_oars_move_with_every_frame()
    {
        var frames = JsonDocument.Parse(RowingChart.Draw("t", ("boat", ChartSamples.Rowing(0))).ToJson()).RootElement.GetProperty("frames");
        Assert.Equal(9, frames.GetArrayLength());
        double Middle(int frame) => frames[frame].GetProperty("data")[0].GetProperty("y").EnumerateArray().Average(value => value.GetDouble());
        Assert.Equal(2, Middle(8) - Middle(0), 1e-2);
    }

    [Fact]
    public void Runs_that_are_no_boats_or_end_early_are_refused()
    {
        Says("no channel 'y'", () => RowingChart.Draw("t", ("boat", ChartSamples.Run(5))));
        Says("at least one series", () => RowingChart.Draw("t"));
        Says("'short' needs a finite place", () => RowingChart.Draw("t", ("boat", ChartSamples.Rowing(0)), ("short", ChartSamples.Rowing(0).First(3))));
        Says("'lost' needs a finite place", () => RowingChart.Draw("t", ("lost", new(ChartSamples.Boat, Space.None, full([1, 3, 8], float.NaN), zeros(1, 2, 0), 1))));
    }

    private static Vector3 Blade(float stroke, int solid) =>
        new RowingPose(Vector3.Zero, 0, stroke, stroke).Points(solid)[8..].Aggregate(Vector3.Add) / 8;

    private static void Says(string expected, Func<Figure> draw) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(draw).Message, StringComparison.Ordinal);
}
