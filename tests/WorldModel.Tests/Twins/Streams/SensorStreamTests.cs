using System.Numerics;
using CsCheck;
using WorldModel.Twins;
using WorldModel.Worlds;

namespace WorldModel.Tests.Twins.Streams;

public sealed class SensorStreamTests
{
    private const int Many = 20_000;
    private static readonly SensorStream Clean = new() { Rate = 100 };

    private static readonly Gen<SensorStream> Streams = Gen.Select(Gen.Double[0.5, 200], Gen.Double[0, 2], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1])
        .Select((rate, latency, jitter, lost, repeated) => new SensorStream { Rate = rate, Noise = 0.1, Latency = latency, Jitter = jitter, DropOut = lost, Repeat = repeated });

    [Fact]
    public void Without_faults_every_reading_is_the_truth_at_once()
    {
        var readings = Clean.Observe(time => new((float)time, 2, 0), "boat", 1, seed: 1);
        Assert.Equal(Enumerable.Range(0, 101).Select(i => new Reading(i / 100.0, "boat", new(i / 100f, 2, 0))), readings);
    }

    [Fact]
    public void Nothing_arrives_before_its_latency_and_all_in_order_of_arrival() => Gen.Select(Streams, Gen.Int).Sample((stream, seed) =>
    {
        var readings = stream.Observe(_ => default, "boat", 3, seed);
        Assert.All(readings, reading => Assert.True(reading.Arrival >= reading.Time + stream.Latency));
        Assert.Equal(readings.OrderBy(reading => reading.Arrival), readings);
    });

    [Fact]
    public void Losses_and_delays_change_no_value() => Gen.Select(Streams, Gen.Int).Sample((stream, seed) =>
    {
        var all = new SensorStream { Rate = stream.Rate, Noise = stream.Noise }.Observe(_ => default, "boat", 3, seed).ToDictionary(reading => reading.Time);
        Assert.All(stream.Observe(_ => default, "boat", 3, seed), reading => Assert.Equal(all[reading.Time].Position, reading.Position));
    });

    [Fact]
    public void Noise_has_its_standard_deviation_in_every_coordinate()
    {
        var readings = (Clean with { Noise = 0.2 }).Observe(_ => Vector3.One, "boat", (Many - 1) / 100.0, seed: 2);
        for (var axis = 0; axis < 3; axis++)
        {
            var errors = readings.Select(reading => reading.Position[axis] - 1.0).ToList();
            Assert.Equal(0, errors.Average(), 4 * 0.2 / Math.Sqrt(Many));
            Assert.Equal(0.2, Math.Sqrt(errors.Average(error => error * error)), 4 * 0.2 / Math.Sqrt(2.0 * Many));
        }
    }

    [Fact]
    public void The_given_fraction_is_lost_and_repeated()
    {
        var readings = (Clean with { DropOut = 0.3, Repeat = 0.2 }).Observe(_ => default, "boat", (Many - 1) / 100.0, seed: 3);
        var kept = readings.DistinctBy(reading => reading.Time).Count();
        Assert.Equal(0.7, (double)kept / Many, 4 * Math.Sqrt(0.3 * 0.7 / Many));
        Assert.Equal(1.2, (double)readings.Count / kept, 4 * Math.Sqrt(0.2 * 0.8 / kept));
    }

    [Fact]
    public void Jitter_is_the_mean_of_what_comes_on_top_and_changes_the_order()
    {
        var readings = (Clean with { Latency = 0.1, Jitter = 0.05 }).Observe(_ => default, "boat", (Many - 1) / 100.0, seed: 4);
        Assert.Equal(0.15, readings.Average(reading => reading.Arrival - reading.Time), 4 * 0.05 / Math.Sqrt(Many));
        Assert.Contains(readings.Zip(readings.Skip(1)), pair => pair.First.Time > pair.Second.Time);
        var steady = (Clean with { Latency = 0.1 }).Observe(_ => default, "boat", 10, seed: 4);
        Assert.Equal(steady.OrderBy(reading => reading.Time), steady);
    }

    [Fact]
    public void The_same_seed_gives_the_same_stream_and_another_one_another() => Gen.Select(Streams, Gen.Int[0, 1000]).Sample((stream, seed) =>
    {
        var first = (stream with { DropOut = 0 }).Observe(_ => default, "boat", 3, seed);
        Assert.Equal(first, (stream with { DropOut = 0 }).Observe(_ => default, "boat", 3, seed));
        Assert.NotEqual(first, (stream with { DropOut = 0 }).Observe(_ => default, "boat", 3, seed + 1));
    });

    [Fact]
    public void A_run_is_sampled_at_any_rate()
    {
        var fall = new Simulated(new Apple { Drag = tensor(0f) }, 0.01).Run(tensor(new[,] { { 0f, 0, 50, 0, 0, 0 }, { 1, 2, 60, 3, 0, 0 } }), 100);
        var readings = new SensorStream { Rate = 30 }.Observe(fall, "apple", seed: 1, run: 1);
        Assert.Equal(31, readings.Count);
        Assert.All(readings, reading => Assert.Equal(0, Vector3.Distance(reading.Position, new((float)(1 + 3 * reading.Time), 2, (float)(60 - 0.5 * 9.81 * reading.Time * reading.Time))), 1e-3));
        Assert.Equal((float)fall.Series("height", 1)[100], readings[^1].Position.Z);
    }

    [Fact]
    public void Channels_that_are_no_positions_are_named()
    {
        var swing = new Simulated(new Pendulum(), 0.1).Run(zeros([1, 2]), zeros([1, 3, 1]));
        Assert.Contains("angle [rad]", Assert.Throws<ArgumentException>(() => Clean.Observe(swing, "bob", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_that_make_no_sense_are_named()
    {
        AssertRefused("0 Hz", Clean with { Rate = 0 });
        AssertRefused("NaN Hz", Clean with { Rate = double.NaN });
        AssertRefused("-1 m", Clean with { Noise = -1 });
        AssertRefused("NaN s", Clean with { Latency = double.NaN });
        AssertRefused("-2 s", Clean with { Jitter = -2 });
        AssertRefused("1.5", Clean with { DropOut = 1.5 });
        AssertRefused("-0.5", Clean with { Repeat = -0.5 });
        Assert.Contains("-3 s", Assert.Throws<ArgumentException>(() => Clean.Observe(_ => default, "boat", -3, 1)).Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string expected, SensorStream stream) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => stream.Observe(_ => default, "boat", 1, 1)).Message, StringComparison.Ordinal);
}
