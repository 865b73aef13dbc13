using System.Numerics;
using System.Text;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

public sealed class VerdictTests
{
    private static readonly Reading First = new(1, "apple", new(0, 0, 2));

    [Theory]
    [InlineData(double.NaN, "apple", 1f, Verdict.Invalid)]
    [InlineData(double.PositiveInfinity, "apple", 1f, Verdict.Invalid)]
    [InlineData(3.0, "pear", 1f, Verdict.Unknown)]
    [InlineData(3.0, null, 1f, Verdict.Invalid)]
    [InlineData(3.0, "apple", float.NaN, Verdict.Invalid)]
    [InlineData(3.0, "apple", float.PositiveInfinity, Verdict.Invalid)]
    [InlineData(1.0, "apple", 1f, Verdict.Conflicting)]
    [InlineData(1.0, "apple", 2f, Verdict.Duplicate)]
    [InlineData(3.0, "apple", 30f, Verdict.Outside)]
    [InlineData(3.0, "apple", -1f, Verdict.Outside)]
    [InlineData(1.25, "apple", 6f, Verdict.TooFast)]
    [InlineData(0.75, "apple", 6f, Verdict.TooFast)]
    public void A_reading_that_cannot_be_is_counted_by_kind_and_changes_nothing(double time, string? placement, float height, Verdict expected)
    {
        var twin = Limited().Replay([First]);
        var before = twin.Now.Placements;
        Assert.False(twin.Apply(new(time, placement!, new(0, 0, height))));
        Assert.Equal((1, 1, 1), (twin.Refused, twin.Count, twin.Report[expected]));
        Assert.Equal(before, twin.Now.Placements);
        Assert.Equal([First], twin.History("apple"));
    }

    [Fact]
    public void An_orientation_must_be_a_rotation()
    {
        var twin = new Twin(ReadingSamples.Survey);
        Assert.False(twin.Apply(First with { Orientation = new(0, 0, 0, 2) }));
        Assert.False(twin.Apply(First with { Orientation = new(0, 0, 0, float.NaN) }));
        Assert.Equal(2, twin.Report[Verdict.Invalid]);
    }

    [Fact]
    public void What_is_within_the_limits_is_taken()
    {
        var twin = Limited().Replay([First]);
        Assert.True(twin.Apply(new(1.25, "apple", new(0, 0, 4)))); // 2 m in 0.25 s: 8 m/s, and 0.5 m of slack
        Assert.True(twin.Apply(new(1.5, "apple", new(0, 0, 0))) is false);
        Assert.True(twin.Apply(new(4, "apple", new(0, 0, 10))));
        Assert.True(twin.Apply(new(1, "tree", new(0, 0, 1000)))); // nobody limited the tree
    }

    [Fact]
    public void Without_limits_it_believes_everything() =>
        Assert.True(new Twin(ReadingSamples.Survey).Replay([First]).Apply(new(1.001, "apple", new(0, 0, 1e6f))));

    [Fact]
    public void Limits_that_allow_nothing_are_refused()
    {
        var twin = new Twin(ReadingSamples.Survey);
        Assert.Contains("-1 m/s", Assert.Throws<ArgumentException>(() => twin.Limit("apple", new() { MaxSpeed = -1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => twin.Limit("apple", new() { Slack = double.NaN }));
        Assert.Throws<ArgumentException>(() => twin.Limit("apple", new() { Lowest = Vector3.One, Highest = Vector3.Zero }));
    }

    [Fact]
    public void Whatever_arrives_is_counted_once_and_never_breaks_the_twin() => ReadingSamples.Any.Array[0, 30].Sample(readings =>
    {
        var twin = Limited().Replay([.. readings, .. readings]);
        Assert.Equal(2 * readings.Length, twin.Report.Arrived);
        Assert.Equal((twin.Count, twin.Refused), (twin.Report.Held, twin.Report.Refused));
        Assert.All(readings, reading => Assert.Equal(2, twin.At(reading.Time).Placements.Count));
        Assert.Equal(2, twin.Now.Placements.Count);
    });

    [Fact]
    public void Bytes_that_are_no_reading_are_counted() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var twin = new Twin(ReadingSamples.Survey);
        var verdict = twin.Receive(bytes);
        Assert.Equal((1, 1), (twin.Report.Arrived, twin.Report[verdict]));
        Assert.Equal(Verdict.Malformed, verdict);
    });

    [Fact]
    public void A_message_is_judged_like_a_reading()
    {
        var twin = new Twin(ReadingSamples.Survey);
        Assert.Equal(Verdict.Taken, twin.Receive(ReadingPayload.Write(First)));
        Assert.Equal(Verdict.Duplicate, twin.Receive(ReadingPayload.Write(First)));
        Assert.Equal([First], twin.History("apple"));
    }

    [Fact]
    public void The_report_tells_each_kind_with_its_first_example()
    {
        var twin = new Twin(ReadingSamples.Survey).Replay([First, First, First with { Time = 0.5 }, First with { Placement = "pear" }, First with { Placement = "plum" }]);
        twin.Receive(Encoding.UTF8.GetBytes($"{{\"{new string('x', 500)}\""));
        Assert.Equal("6 readings arrived: 2 held (1 of them late), 4 refused: 1 Duplicate, 2 Unknown, 1 Malformed", twin.Report.ToString());
        Assert.Contains("'pear'", twin.Report.First(Verdict.Unknown), StringComparison.Ordinal);
        Assert.Null(twin.Report.First(Verdict.TooFast));
        Assert.InRange(twin.Report.First(Verdict.Malformed)!.Length, 1, 101);
        Assert.Equal(6, twin.Report.AsTable().ToText().Split('\n').Length); // a heading and five kinds
    }

    [Fact]
    public void A_report_stays_as_it_was_asked_for()
    {
        var twin = new Twin(ReadingSamples.Survey);
        var before = twin.Report;
        twin.Apply(First);
        Assert.Equal((0, 1), (before.Held, twin.Report.Held));
    }

    private static Twin Limited() => new Twin(ReadingSamples.Survey)
        .Limit("apple", new() { Lowest = new(-20, -20, 0), Highest = new(20), MaxSpeed = 10, Slack = 0.5 });
}
