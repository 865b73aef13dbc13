using System.Collections.Concurrent;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

/// <summary>Notes which worker did which piece, and does something more where it is told to.</summary>
internal sealed class CountedJob(int pieces, Action<int>? more = null) : IJob
{
    private readonly int[] done = new int[pieces];

    /// <summary>Who worked, and on which thread.</summary>
    internal ConcurrentDictionary<int, int> ThreadOfWorker { get; } = new();

    /// <summary>Whether a worker's number was ever that of two threads at a time.</summary>
    internal bool IsMixed { get; private set; }

    /// <summary>How often each piece was done.</summary>
    internal IReadOnlyList<int> Done => done;

    public void Run(int piece, int worker)
    {
        IsMixed |= ThreadOfWorker.GetOrAdd(worker, Environment.CurrentManagedThreadId) != Environment.CurrentManagedThreadId;
        Interlocked.Increment(ref done[piece]);
        more?.Invoke(piece);
    }
}
