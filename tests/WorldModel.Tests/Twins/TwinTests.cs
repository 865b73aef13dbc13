using System.Numerics;
using CsCheck;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class TwinTests
{
    private static readonly Scene Survey = new([
        new("tree", "tree", new(9, 9, 0), Quaternion.Identity, Vector3.One),
        new("apple", "apple", new(0, 0, 3), Quaternion.Identity, Vector3.One)]);

    private static readonly Gen<Reading[]> DistinctTimes = Gen.Select(Gen.Int[-50, 50], Gen.Bool.Select(isTree => isTree ? "tree" : "apple"), Gen.Float[-5, 5])
        .Select((time, name, x) => new Reading(time / 10.0, name, new(x, 0, 0))).Array[0, 40]
        .Select(readings => readings.DistinctBy(reading => (reading.Time, reading.Placement)).ToArray());

    [Fact]
    public void At_any_time_a_thing_is_where_its_last_reading_until_then_said() =>
        Gen.Select(DistinctTimes, Gen.Double[-6, 6]).Sample((readings, time) =>
        {
            var twin = new Twin(Survey).Replay(readings);
            var scene = twin.At(time);
            foreach (var surveyed in Survey.Placements)
            {
                var last = readings.Where(reading => reading.Placement == surveyed.Name && reading.Time <= time).MaxBy(reading => reading.Time);
                Assert.Equal(last?.Position ?? surveyed.Position, scene[surveyed.Name].Position);
                Assert.Equal(scene[surveyed.Name].Position, twin.Position(surveyed.Name, time));
            }
        });

    [Fact]
    public void Late_readings_give_the_same_history_as_sorted_ones() =>
        Gen.Select(DistinctTimes, Gen.Int).Sample((readings, seed) =>
        {
            var late = readings.ToArray();
            new Random(seed).Shuffle(late);
            var (sorted, shuffled) = (new Twin(Survey).Replay(readings.OrderBy(reading => reading.Time)), new Twin(Survey).Replay(late));
            Assert.Equal(sorted.Count, shuffled.Count);
            Assert.All(readings.Select(reading => reading.Time), time => Assert.Equal(sorted.At(time).Placements, shuffled.At(time).Placements));
        });

    [Fact]
    public void After_the_last_reading_it_can_only_hold_still()
    {
        var twin = new Twin(Survey).Replay([new(1, "apple", new(0, 0, 2)), new(2, "apple", new(0, 0, 1))]);
        Assert.Equal(new Vector3(0, 0, 1), twin.At(2)["apple"].Position);
        Assert.Equal(new Vector3(0, 0, 1), twin.At(1e9)["apple"].Position);
    }

    [Theory]
    [InlineData(double.NaN, "apple", 1f)]
    [InlineData(double.PositiveInfinity, "apple", 1f)]
    [InlineData(3.0, "pear", 1f)]
    [InlineData(3.0, "apple", float.NaN)]
    [InlineData(3.0, "apple", float.PositiveInfinity)]
    [InlineData(1.0, "apple", 1f)]
    public void A_reading_that_cannot_be_is_counted_and_changes_nothing(double time, string placement, float height)
    {
        var twin = new Twin(Survey).Replay([new(1, "apple", new(0, 0, 2))]);
        var before = twin.At(10).Placements;
        Assert.False(twin.Apply(new(time, placement, new(0, 0, height))));
        Assert.Equal((1, 1), (twin.Refused, twin.Count));
        Assert.Equal(before, twin.At(10).Placements);
    }

    [Fact]
    public void The_survey_stays_as_it_was()
    {
        new Twin(Survey).Apply(new(0, "apple", Vector3.Zero));
        Assert.Equal(new Vector3(0, 0, 3), Survey["apple"].Position);
    }

    [Fact]
    public void It_knows_nothing_of_what_was_not_surveyed() => Assert.Throws<KeyNotFoundException>(() => new Twin(Survey).Position("pear", 0));
}
