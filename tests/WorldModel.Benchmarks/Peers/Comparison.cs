using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Benchmarks.Peers;

/// <summary>A row of the table: the same work by this library and by its peer.</summary>
/// <param name="Name">What both do, and how we do it.</param>
/// <param name="PeerWork">The work as the peer's worker calls it.</param>
/// <param name="Ours">Makes our work; one run is one run of the peer's.</param>
internal sealed record Comparison(string Name, string PeerWork, Func<Work> Ours)
{
    /// <summary>Threads that we use.</summary>
    internal int Threads { get; init; } = 1;

    /// <summary>Threads that the peer may try, to be taken at its best. NumPy has only one for such work.</summary>
    internal IReadOnlyList<int> PeerThreads { get; init; } = [1, 2];

    /// <summary>Our best time over the peer's, at most; null where no goal was set.</summary>
    internal double? Goal { get; init; }

    /// <summary>Fraction of the machine's peak, at least; null where no goal was set.</summary>
    internal double? LeastOfPeak { get; init; }

    /// <summary>Steps of one run, where the table shows the time of a step.</summary>
    internal int Steps { get; init; } = 1;
}
