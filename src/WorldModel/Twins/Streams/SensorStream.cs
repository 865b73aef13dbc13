using System.Numerics;

namespace WorldModel.Twins;

/// <summary>
/// A sensor at the far end of a network: it measures at a rate, with noise, and each reading arrives some time later, out
/// of order, twice, or never. Times are in s, on one clock.
/// </summary>
public sealed record SensorStream
{
    /// <summary>Readings a second [Hz].</summary>
    public required double Rate { get; init; }

    /// <summary>Standard deviation [m] of the normal noise of each coordinate.</summary>
    public double Noise { get; init; }

    /// <summary>The least time [s] from measuring to arrival.</summary>
    public double Latency { get; init; }

    /// <summary>Mean of the exponentially distributed time [s] that comes on top; above 1/rate it often changes the order.</summary>
    public double Jitter { get; init; }

    /// <summary>Probability that a reading is lost, 0 to 1.</summary>
    public double DropOut { get; init; }

    /// <summary>Probability that a reading is delivered a second time, 0 to 1.</summary>
    public double Repeat { get; init; }

    /// <summary>What arrives of a run. Between two states of the world the sensor sees the straight line.</summary>
    /// <param name="truth">The world's own states [B, T+1, S], of which the first three channels are the position [m].</param>
    /// <param name="placement">Whose readings they are.</param>
    /// <param name="seed">Seed of noise, losses and delays.</param>
    /// <param name="run">Which run.</param>
    /// <returns>Readings in order of arrival.</returns>
    /// <exception cref="ArgumentException">A property makes no sense, or the first three channels are no lengths in m.</exception>
    public IReadOnlyList<Reading> Observe(Trajectories truth, string placement, int seed, int run = 0)
    {
        var positions = new PositionChannels(truth, run);
        return Observe(positions.At, placement, positions.Seconds, seed);
    }

    /// <summary>What arrives of a motion, measured from 0 s on.</summary>
    /// <param name="path">True position [m] at a time [s], in the parent's frame.</param>
    /// <param name="placement">Whose readings they are.</param>
    /// <param name="seconds">When measuring ends [s].</param>
    /// <param name="seed">Seed of noise, losses and delays.</param>
    /// <returns>Readings in order of arrival.</returns>
    /// <exception cref="ArgumentException">A property makes no sense.</exception>
    public IReadOnlyList<Reading> Observe(Func<double, Vector3> path, string placement, double seconds, int seed)
    {
        Validate(seconds);
        var chance = new StreamChance(seed);
        var count = (int)Math.Floor(seconds * Rate * (1 + 1e-12)) + 1;
        return [.. Enumerable.Range(0, count).SelectMany(i => Deliver(i / Rate, path, placement, chance)).OrderBy(reading => reading.Arrival)];
    }

    // Always the same draws, whatever the properties are: a stream that loses more differs only in what is lost.
    private IEnumerable<Reading> Deliver(double time, Func<double, Vector3> path, string placement, StreamChance chance)
    {
        var seen = path(time) + (float)Noise * chance.Normal();
        var (isLost, isRepeated) = (chance.Uniform() < DropOut, chance.Uniform() < Repeat);
        var (delay, again) = (Delay(chance), Delay(chance));
        var reading = new Reading(time, placement, seen) { Arrival = time + delay };
        return isLost ? [] : isRepeated ? [reading, reading with { Arrival = time + delay + again }] : [reading];
    }

    private double Delay(StreamChance chance) => Latency + Jitter * chance.Exponential();

    private void Validate(double seconds)
    {
        if (!(Rate > 0 && double.IsFinite(Rate) && seconds >= 0 && seconds * Rate < int.MaxValue))
        {
            throw new ArgumentException($"a sensor needs a rate above 0 Hz and a time of at least 0 s, together fewer than 2^31 readings; they are {Rate} Hz and {seconds} s");
        }

        if (new[] { Noise, Latency, Jitter }.Any(value => !(value >= 0 && double.IsFinite(value))))
        {
            throw new ArgumentException($"noise, latency and jitter must be finite and at least 0; they are {Noise} m, {Latency} s and {Jitter} s");
        }

        if (DropOut is not (>= 0 and <= 1) || Repeat is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"the probabilities that a reading is lost or repeated must lie in 0 to 1; they are {DropOut} and {Repeat}");
        }
    }
}
