using System.Numerics;
using CsCheck;
using WorldModel.Tests.Twins.Streams;
using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

public sealed class TwinTests
{
    private static readonly Scene Survey = ReadingSamples.Survey;

    [Fact]
    public void At_any_time_a_thing_is_where_its_last_reading_until_then_said() =>
        Gen.Select(ReadingSamples.DistinctStreams, Gen.Double[-6, 6]).Sample((readings, time) =>
        {
            var twin = new Twin(Survey).Replay(readings);
            var scene = twin.At(time);
            foreach (var surveyed in Survey.Placements)
            {
                var past = readings.Where(reading => reading.Placement == surveyed.Name && reading.Time <= time).OrderBy(reading => reading.Time).ToList();
                Assert.Equal(past.LastOrDefault()?.Position ?? surveyed.Position, scene[surveyed.Name].Position);
                Assert.Equal(past.LastOrDefault(reading => reading.Orientation is not null)?.Orientation ?? surveyed.Orientation, scene[surveyed.Name].Orientation);
                Assert.Equal(scene[surveyed.Name].Position, twin.Position(surveyed.Name, time));
            }
        });

    [Fact]
    public void Late_readings_give_the_same_history_as_sorted_ones() =>
        Gen.Select(ReadingSamples.DistinctStreams, Gen.Int).Sample((readings, seed) =>
        {
            var late = readings.ToArray();
            new Random(seed).Shuffle(late);
            var (sorted, shuffled) = (new Twin(Survey).Replay(readings.OrderBy(reading => reading.Time)), new Twin(Survey).Replay(late));
            Assert.Equal(sorted.Count, shuffled.Count);
            Assert.Equal(sorted.Time, shuffled.Time);
            Assert.Equal(sorted.Now.Placements, shuffled.Now.Placements);
            Assert.All(["apple", "tree"], name => Assert.Equal(sorted.History(name), shuffled.History(name)));
            Assert.All(readings.Select(reading => reading.Time), time => Assert.Equal(sorted.At(time).Placements, shuffled.At(time).Placements));
        });

    [Fact]
    public void A_late_reading_never_moves_the_current_state_back() =>
        Gen.Select(ReadingSamples.Streams, Gen.Float[-5, 5], Gen.Double[0.01, 9]).Sample((readings, x, age) =>
        {
            var twin = new Twin(Survey).Replay([.. readings, new(5.5, "apple", Vector3.One)]);
            var (now, late) = (twin.Now.Placements, twin.Report[Verdict.Late]);
            var isTaken = twin.Apply(new(5.5 - age, "apple", new(x, 1, 0)));
            Assert.Equal(now[1].Position, twin.Now["apple"].Position);
            Assert.Equal(late + (isTaken ? 1 : 0), twin.Report[Verdict.Late]);
            Assert.Equal(5.5, twin.Time);
        });

    [Fact]
    public void After_the_last_reading_it_can_only_hold_still()
    {
        var twin = new Twin(Survey).Replay([new(1, "apple", new(0, 0, 2)), new(2, "apple", new(0, 0, 1))]);
        Assert.Equal(new Vector3(0, 0, 1), twin.At(2)["apple"].Position);
        Assert.Equal(new Vector3(0, 0, 1), twin.At(1e9)["apple"].Position);
        Assert.Equal(twin.At(1e9).Placements, twin.Now.Placements);
    }

    [Fact]
    public void Before_the_first_reading_it_is_the_survey()
    {
        var twin = new Twin(Survey);
        Assert.Equal(Survey.Placements, twin.Now.Placements);
        Assert.Equal((double.NegativeInfinity, 0, 0), (twin.Time, twin.Count, twin.Refused));
        Assert.Empty(twin.History("apple"));
    }

    [Fact]
    public void The_survey_stays_as_it_was()
    {
        new Twin(Survey).Apply(new(0, "apple", Vector3.Zero));
        Assert.Equal(new Vector3(0, 0, 3), Survey["apple"].Position);
    }

    [Fact]
    public void It_knows_nothing_of_what_was_not_surveyed()
    {
        Assert.Throws<KeyNotFoundException>(() => new Twin(Survey).Position("pear", 0));
        Assert.Throws<KeyNotFoundException>(() => new Twin(Survey).History("pear"));
        Assert.Throws<KeyNotFoundException>(() => new Twin(Survey).Limit("pear", new()));
    }

    [Fact]
    public async Task It_can_be_read_while_others_feed_it()
    {
        var twin = new Twin(Survey);
        var feeders = Enumerable.Range(0, 4).Select(feeder => Task.Run(() => twin.Replay(Enumerable.Range(0, 2000).Select(i => new Reading(i + feeder / 10.0, "apple", new(i, 0, 0))))));
        var reader = Task.Run(() => Enumerable.Range(0, 2000).Select(time => twin.At(time).Placements.Count + twin.History("apple").Count).Max());
        await Task.WhenAll([.. feeders, reader]);
        Assert.Equal((8000, 0), (twin.Count, twin.Refused));
    }
}
