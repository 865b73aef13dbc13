using System.Numerics;

namespace WorldModel.Twins;

/// <summary>
/// A digital twin: a scene that mirrors a stream of readings and remembers all of them. It holds where things are and
/// were; asked about a time after the last reading it can only hold still. May be read while another thread feeds it.
/// </summary>
public sealed class Twin(Scene survey)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Track> tracks = survey.Placements.ToDictionary(placement => placement.Name, placement => new Track(placement));
    private readonly Tally tally = new();
    private double latest = double.NegativeInfinity;

    /// <summary>What became of all readings that arrived, counted by kind.</summary>
    public TwinReport Report => Locked(tally.Report);

    /// <summary>Readings that the twin refused, of every kind; <see cref="Report"/> tells them apart.</summary>
    public int Refused => Report.Refused;

    /// <summary>Readings that the twin holds.</summary>
    public int Count => Locked(() => tally[Verdict.Taken] + tally[Verdict.Late]);

    /// <summary>When the newest reading was taken [s]; negative infinity before the first one.</summary>
    public double Time => Locked(() => latest);

    /// <summary>The current state: everything where its newest reading says it is, and else where it was surveyed.</summary>
    public Scene Now => At(double.PositiveInfinity);

    /// <summary>Sets what is possible for a placement; readings that come later and lie beyond are refused.</summary>
    /// <returns>This twin.</returns>
    /// <exception cref="KeyNotFoundException">There is no such placement.</exception>
    /// <exception cref="ArgumentException">Nothing is possible within these limits.</exception>
    public Twin Limit(string placement, PlacementLimits limits)
    {
        Locked(() => Find(placement).Limits = limits.Checked());
        return this;
    }

    /// <summary>
    /// Takes in a reading. A late one goes where its time belongs and never moves the current state back; one that cannot
    /// be is counted and changes nothing.
    /// </summary>
    /// <returns>Whether the reading was taken.</returns>
    public bool Apply(Reading reading) => Judge(reading) <= Verdict.Late;

    /// <summary>Takes in a message as it travels over a network: a reading in JSON, or whatever else arrived.</summary>
    /// <param name="payload">UTF-8 text as <see cref="ReadingPayload"/> describes it.</param>
    /// <returns>What the twin made of it.</returns>
    public Verdict Receive(ReadOnlySpan<byte> payload)
    {
        if (ReadingPayload.TryRead(payload, out var reading, out var problem))
        {
            return Judge(reading);
        }

        return Locked(() => tally.Count(Verdict.Malformed, () => problem));
    }

    /// <summary>Takes in recorded readings, one after the other.</summary>
    /// <returns>This twin.</returns>
    public Twin Replay(IEnumerable<Reading> readings)
    {
        foreach (var reading in readings)
        {
            Judge(reading);
        }

        return this;
    }

    /// <summary>Position [m] of a placement in its parent's frame at a time [s]: that of the last reading until then, else the survey's.</summary>
    /// <exception cref="KeyNotFoundException">There is no such placement.</exception>
    public Vector3 Position(string placement, double time) => Find(placement, time).Position;

    /// <summary>The scene at a moment [s]: time travel through all that was read.</summary>
    public Scene At(double time) => new(Locked(() => survey.Placements.Select(placement => tracks[placement.Name].At(time)).ToList()));

    /// <summary>All readings held of a placement, in order of time.</summary>
    /// <exception cref="KeyNotFoundException">There is no such placement.</exception>
    public IReadOnlyList<Reading> History(string placement) => Locked(() => Find(placement).History.ToList());

    /// <summary>A placement as it was at a time [s].</summary>
    internal Placement Find(string placement, double time) => Locked(() => Find(placement).At(time));

    private Verdict Judge(Reading reading) => Locked(() =>
    {
        var verdict = !Track.IsValid(reading) ? Verdict.Invalid
            : tracks.TryGetValue(reading.Placement, out var track) ? track.Add(reading) : Verdict.Unknown;
        latest = verdict == Verdict.Taken ? Math.Max(latest, reading.Time) : latest;
        return tally.Count(verdict, () => FormattableString.Invariant($"'{reading.Placement}' at {reading.Position} after {reading.Time:g6} s"));
    });

    private Track Find(string placement) => tracks[survey[placement].Name]; // the scene's own error names what there is

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }
}
