using System.Numerics;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

public sealed class ReplicationTests
{
    private static readonly Quaternion Quarter = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2);

    [Fact]
    public void A_twin_of_the_truth_itself_has_no_error() => ReadingSamples.DistinctStreams.Where(readings => readings.Length > 0).Sample(readings =>
    {
        var error = new Twin(ReadingSamples.Survey).Replay(readings).ErrorAgainst(readings);
        Assert.Equal(0, error.Distance);
        Assert.Equal(readings.CountBy(reading => reading.Placement).ToDictionary(), error.Placements.ToDictionary(one => one.Placement, one => one.Moments));
    });

    [Fact]
    public void It_is_a_root_mean_square_of_every_coordinate()
    {
        var twin = new Twin(ReadingSamples.Survey).Replay([new(0, "apple", new(0, 0, 0)), new(1, "apple", new(0, 0, 0))]);
        var error = twin.ErrorAgainst([new(0, "apple", new(3, 0, -1)), new(1, "apple", new(0, 4, -1)), new(0, "tree", new(9, 9, 2))]);
        var apple = error["apple"];
        Assert.Equal(2, apple.Moments);
        Assert.Equal([Math.Sqrt(4.5), Math.Sqrt(8), 1], [apple.X, apple.Y, apple.Z]);
        Assert.Equal(Math.Sqrt(13.5), apple.Distance, 1e-12);
        Assert.Equal(2, error["tree"].Distance);
        Assert.Equal(Math.Sqrt((27 + 4) / 3.0), error.Distance, 1e-12);
    }

    [Fact]
    public void The_angle_between_two_orientations_is_one_whatever_their_sign() => Gen.Select(Gen.Float[-3.1f, 3.1f], Gen.Bool).Sample((angle, isFlipped) =>
    {
        var turn = Quaternion.CreateFromAxisAngle(Vector3.Normalize(new(1, 2, 3)), angle);
        var error = new Twin(ReadingSamples.Survey).ErrorAgainst([new(0, "apple", new(0, 0, 3)) { Orientation = isFlipped ? -turn : turn }]);
        Assert.Equal(Math.Abs(angle), error["apple"].Angle, 1e-5);
    });

    [Fact]
    public void Where_the_truth_tells_no_orientation_there_is_no_angle()
    {
        var error = new Twin(ReadingSamples.Survey).ErrorAgainst([new(0, "apple", default), new(0, "tree", default) { Orientation = Quarter }]);
        Assert.True(double.IsNaN(error["apple"].Angle));
        Assert.Equal(Math.PI / 2, error["tree"].Angle, 1e-6);
        Assert.Equal(3, error.AsTable().ToText().Split('\n').Length);
    }

    [Fact]
    public void Followed_it_knows_only_what_has_arrived_and_replayed_all()
    {
        Vector3 Path(double time) => new((float)time, 0, 0);
        var truth = new SensorStream { Rate = 100 }.Observe(Path, "apple", 10, seed: 1);
        var stream = new SensorStream { Rate = 100, Latency = 0.505 }.Observe(Path, "apple", 10, seed: 1);
        var twin = new Twin(ReadingSamples.Survey);
        var then = twin.Follow(stream, truth.Where(moment => moment.Time > 1));
        Assert.Equal(0.51, then["apple"].X, 1e-4); // 1 m/s; the newest that is old enough was measured 0.51 s ago
        Assert.Equal(0, twin.ErrorAgainst(truth).Distance);
        Assert.Equal(1001, twin.Count);
    }

    [Fact]
    public void The_order_in_which_a_stream_is_given_does_not_matter() => Gen.Select(ReadingSamples.DistinctStreams, Gen.Int).Sample((readings, seed) =>
    {
        var shuffled = readings.ToArray();
        new Random(seed).Shuffle(shuffled);
        Reading[] truth = [new(-1, "apple", default), new(2, "tree", default), new(9, "apple", default)];
        Assert.Equal(new Twin(ReadingSamples.Survey).Follow(readings, truth).Distance, new Twin(ReadingSamples.Survey).Follow(shuffled, truth).Distance);
    });

    [Fact]
    public void A_truth_that_is_none_is_refused()
    {
        var twin = new Twin(ReadingSamples.Survey);
        Assert.Contains("no truth", Assert.Throws<ArgumentException>(() => twin.ErrorAgainst([])).Message, StringComparison.Ordinal);
        Assert.Contains("reading 2", Assert.Throws<ArgumentException>(() => twin.ErrorAgainst([new(0, "apple", default), new(double.NaN, "apple", default)])).Message, StringComparison.Ordinal);
        Assert.Contains("'pear'", Assert.Throws<KeyNotFoundException>(() => twin.ErrorAgainst([new(0, "pear", default)])).Message, StringComparison.Ordinal);
        Assert.Contains("'tree', only about apple", Assert.Throws<KeyNotFoundException>(() => twin.ErrorAgainst([new(0, "apple", default)])["tree"]).Message, StringComparison.Ordinal);
    }
}
