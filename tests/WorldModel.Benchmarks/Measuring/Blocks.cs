namespace WorldModel.Benchmarks.Measuring;

/// <summary>
/// Times of one run, a block of runs each [s]. On a shared machine medians move by a factor of two; the best block comes
/// back within about a tenth.
/// </summary>
internal sealed class Blocks
{
    private readonly List<double> seconds = [];

    internal int Count => seconds.Count;

    /// <summary>The shortest [s].</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    internal double Best => seconds.Count > 0 ? seconds.Min() : throw Nothing();

    /// <summary>The middle one [s], the mean of two where there are two.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    internal double Median
    {
        get
        {
            double[] sorted = [.. seconds.Order()];
            return sorted.Length > 0 ? (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2 : throw Nothing();
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">One is no time that something can take.</exception>
    internal void Add(IEnumerable<double> times)
    {
        foreach (var time in times)
        {
            seconds.Add(double.IsFinite(time) && time > 0 ? time : throw new ArgumentOutOfRangeException(nameof(times), time, "a block takes a finite time above 0 s"));
        }
    }

    private static InvalidOperationException Nothing() => new("nothing was measured yet");
}
