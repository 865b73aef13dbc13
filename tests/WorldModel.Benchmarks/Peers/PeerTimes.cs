using WorldModel.Benchmarks.Measuring;

namespace WorldModel.Benchmarks.Peers;

/// <summary>All that a peer was seen to need for one work, in each of its forms and numbers of threads.</summary>
internal sealed class PeerTimes
{
    private readonly Dictionary<(string Form, int Threads), Blocks> all = [];

    internal bool IsEmpty => all.Count == 0;

    /// <summary>The form and threads with the shortest block: what a peer's user would take.</summary>
    /// <exception cref="InvalidOperationException">Nothing was measured.</exception>
    internal (string Form, int Threads, Blocks Blocks) Best
    {
        get
        {
            var best = all.MinBy(one => one.Value.Best);
            return (best.Key.Form, best.Key.Threads, best.Value);
        }
    }

    internal void Add(string form, int threads, IEnumerable<double> seconds)
    {
        if (!all.TryGetValue((form, threads), out var blocks))
        {
            all.Add((form, threads), blocks = new());
        }

        blocks.Add(seconds);
    }
}
