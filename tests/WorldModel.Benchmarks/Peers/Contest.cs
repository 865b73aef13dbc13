using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Works;

namespace WorldModel.Benchmarks.Peers;

/// <summary>Measures comparisons in rounds, ours and the peer's in turn, so that both meet the same moods of the machine.</summary>
internal sealed class Contest(IReadOnlyList<Comparison> comparisons, PyTorch? peer, double seconds) : IDisposable
{
    private readonly Dictionary<Comparison, (Work Work, Blocks Blocks)> ours = [];
    private readonly Dictionary<string, PeerTimes> theirs = [];

    internal FmaPeak Peak { get; } = new();

    /// <summary>Measures all once.</summary>
    /// <param name="say">Told what is measured next.</param>
    internal void Round(Action<string> say)
    {
        foreach (var threads in comparisons.Select(comparison => comparison.Threads).Distinct().Order())
        {
            say($"FMA peak, {threads} thread{(threads == 1 ? "" : "s")}");
            Peak.Measure(threads, seconds);
        }

        foreach (var group in comparisons.GroupBy(comparison => comparison.PeerWork))
        {
            foreach (var comparison in group)
            {
                say(comparison.Name);
                MeasureOurs(comparison);
            }

            MeasureTheirs(group.First(), say);
        }
    }

    /// <summary>All comparisons, in their order.</summary>
    internal Outcome[] Outcomes() => [.. comparisons.Select(comparison => new Outcome(comparison, ours[comparison].Blocks, theirs.GetValueOrDefault(comparison.PeerWork))
    {
        Flops = ours[comparison].Work.Flops,
        Peak = Peak.Of(comparison.Threads),
    })];

    public void Dispose()
    {
        foreach (var (work, _) in ours.Values)
        {
            work.Dispose();
        }
    }

    private void MeasureOurs(Comparison comparison)
    {
        ThreadChoice.Use(comparison.Threads);
        if (!ours.TryGetValue(comparison, out var mine))
        {
            ours.Add(comparison, mine = (comparison.Ours(), new()));
            Clock.Warm(mine.Work.Run);
        }

        mine.Blocks.Add(Clock.Measure(mine.Work.Run, seconds));
    }

    private void MeasureTheirs(Comparison comparison, Action<string> say)
    {
        if (peer is null)
        {
            return;
        }

        var work = comparison.PeerWork;
        if (!theirs.TryGetValue(work, out var times))
        {
            theirs.Add(work, times = new());
        }

        foreach (var threads in comparison.PeerThreads)
        {
            say($"PyTorch, {work}, {threads} thread{(threads == 1 ? "" : "s")}");
            peer.Measure(work, threads, seconds, times);
        }
    }
}
