using System.Numerics;
using WorldModel.Data;
using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Data;

public sealed class RecordingTests
{
    private static readonly Trajectories Fall = new Simulated(new Apple(), 0.01).Run(tensor(new[,] { { 0f, 0, 9, 0, 0, 0 }, { 1, 2, 3, 0, 0, 0 } }), 50);

    [Fact]
    public void Readings_are_the_positions_seen_without_those_lost()
    {
        var seen = new Sensor { Rate = 20, Noise = [0.1, 0.1, 0.1, 0, 0, 0], DropOut = 0.4 }.Observe(Fall, 3);
        var readings = seen.Readings("apple", run: 1);
        var (height, times) = (seen.Series("height", 1), seen.Seconds());
        var kept = Enumerable.Range(0, times.Length).Where(i => !double.IsNaN(height[i])).ToList();
        Assert.InRange(kept.Count, 2, times.Length - 1);
        Assert.Equal(kept.Select(i => new Reading(times[i], "apple", new((float)seen.Series("x", 1)[i], (float)seen.Series("y", 1)[i], (float)height[i]))), readings);
    }

    [Fact]
    public void A_twin_that_mirrors_them_is_where_they_were()
    {
        Scene survey = new([new("apple", "apple", new(0, 0, 9), Quaternion.Identity, Vector3.One)]);
        var twin = new Twin(survey).Replay(Fall.Readings("apple"));
        Assert.Equal((51, 0), (twin.Count, twin.Refused));
        Assert.Equal((float)Fall.Series("height")[20], twin.At(0.2 + 1e-9)["apple"].Position.Z);
    }

    [Fact]
    public void Channels_that_are_no_positions_are_named()
    {
        var swing = new Simulated(new Pendulum(), 0.1).Run(zeros([1, 2]), zeros([1, 3, 1]));
        Assert.Contains("angle [rad]", Assert.Throws<ArgumentException>(() => swing.Readings("bob")).Message, StringComparison.Ordinal);
    }
}
