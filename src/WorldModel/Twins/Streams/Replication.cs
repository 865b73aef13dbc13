namespace WorldModel.Twins;

/// <summary>Compares twins with the truth, which only a simulated world tells: readings without noise, loss or delay.</summary>
public static class Replication
{
    /// <summary>Error of what the twin says today about each moment of the truth: replay, with late readings in their place.</summary>
    /// <exception cref="ArgumentException">The truth is empty or not finite.</exception>
    /// <exception cref="KeyNotFoundException">The truth tells of a placement that the twin does not have.</exception>
    public static ReplicationError ErrorAgainst(this Twin twin, IEnumerable<Reading> truth) => Follow(twin, [], truth);

    /// <summary>
    /// Takes in a stream in order of arrival and compares, at each moment of the truth, what the twin knows at that
    /// moment: what is on its way has not been heard. In the end the twin has taken in the whole stream.
    /// </summary>
    /// <param name="twin">The twin to feed.</param>
    /// <param name="stream">What arrives.</param>
    /// <param name="truth">Positions as they were.</param>
    /// <exception cref="ArgumentException">The truth is empty or not finite.</exception>
    /// <exception cref="KeyNotFoundException">The truth tells of a placement that the twin does not have.</exception>
    public static ReplicationError Follow(this Twin twin, IEnumerable<Reading> stream, IEnumerable<Reading> truth)
    {
        var coming = new Queue<Reading>(stream.OrderBy(reading => reading.Arrival));
        Dictionary<string, ErrorSums> sums = [];
        foreach (var moment in Valid(truth).OrderBy(moment => moment.Time))
        {
            while (coming.TryPeek(out var next) && !(next.Arrival > moment.Time))
            {
                twin.Apply(coming.Dequeue());
            }

            Sums(sums, moment.Placement).Add(moment, twin.Find(moment.Placement, moment.Time));
        }

        twin.Replay(coming);
        return new([.. sums.Values.Select(sum => sum.Total())]);
    }

    private static List<Reading> Valid(IEnumerable<Reading> truth)
    {
        var moments = truth.ToList();
        var wrong = moments.FindIndex(moment => !Track.IsValid(moment));
        return moments.Count == 0 ? throw new ArgumentException("there is no truth to compare with", nameof(truth))
            : wrong < 0 ? moments : throw new ArgumentException($"the truth must be finite, and reading {wrong + 1} is {moments[wrong]}", nameof(truth));
    }

    private static ErrorSums Sums(Dictionary<string, ErrorSums> sums, string placement) =>
        sums.TryGetValue(placement, out var known) ? known : sums[placement] = new(placement);
}
