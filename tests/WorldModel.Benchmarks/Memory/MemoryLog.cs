using WorldModel.Benchmarks.Reporting;

namespace WorldModel.Benchmarks.Memory;

/// <summary>Resident memory while something went on.</summary>
/// <param name="Name">What went on.</param>
internal sealed record MemoryLog(string Name)
{
    private readonly List<(long Steps, double Megabytes)> samples = [];

    /// <summary>Steps done and memory [MB] then.</summary>
    internal IReadOnlyList<(long Steps, double Megabytes)> Samples => samples;

    /// <summary>From the first sample, when everything had been met once, to the largest one [MB].</summary>
    internal double Growth => samples.Count == 0 ? 0 : samples.Max(sample => sample.Megabytes) - samples[0].Megabytes;

    internal void Add(long steps, double megabytes) => samples.Add((steps, megabytes));

    /// <summary>Whether it is flat, in words with the numbers.</summary>
    internal string Say(double bound) => FormattableString.Invariant(
        $"{Name}: {(Growth <= bound ? "flat" : "NOT flat")}, {Amounts.Megabytes(samples[0].Megabytes)} after {Amounts.Count(samples[0].Steps)} steps, {Amounts.Megabytes(samples[^1].Megabytes)} after {Amounts.Count(samples[^1].Steps)} steps; the most was {Growth:0.0} MB above the first (at most {bound} MB counts as flat).");
}
