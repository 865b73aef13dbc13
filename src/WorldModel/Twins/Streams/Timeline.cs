namespace WorldModel.Twins;

/// <summary>Values by time [s]; asked about a moment, it answers with the last one until then.</summary>
internal sealed class Timeline<T>
    where T : notnull
{
    private readonly SortedList<double, T> values = [];

    internal int Count => values.Count;

    internal IEnumerable<T> Values => values.Values;

    internal bool Add(double time, T value) => values.TryAdd(time, value);

    internal bool TryAt(double time, out T value) => TryGet(CountUntil(time) - 1, out value);

    /// <summary>The value right after a moment.</summary>
    internal bool TryAfter(double time, out T value) => TryGet(CountUntil(time), out value);

    private bool TryGet(int index, out T value)
    {
        var isThere = index >= 0 && index < values.Count;
        value = isThere ? values.GetValueAtIndex(index) : default!;
        return isThere;
    }

    private int CountUntil(double time)
    {
        var (low, high) = (0, values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values.GetKeyAtIndex(middle) <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
