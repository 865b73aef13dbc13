using System.Runtime.ExceptionServices;

namespace WorldModel.Kernels;

/// <summary>
/// Threads that share the pieces of a job. One job at a time has them: a caller who finds them taken, by another thread or
/// by the very job of which it is a piece, does its pieces alone, one after the other. So does a caller whose workers are
/// late, because pieces go to whoever asks first.
/// </summary>
internal static class Workers
{
    private static readonly Claims Claims = new();
    private static readonly WorkerThread?[] Others = new WorkerThread[Count - 1];
    private static int isTaken;

    /// <summary>
    /// One more than the highest number of a worker, for scratch memory. It is <see cref="Threads.Most"/>, which stays the
    /// same when the number of threads is changed between two runs of a job.
    /// </summary>
    internal static int Count => Threads.Most;

    /// <summary>
    /// Does all pieces of a job and returns when the last is done; allocates nothing. After an exception, pieces that were
    /// not begun are left out.
    /// </summary>
    /// <exception cref="Exception">The first one that a piece threw.</exception>
    internal static void Run(IJob job, int pieces)
    {
        var threads = Math.Min(Threads.Count, pieces);
        if (threads > 1 && Interlocked.Exchange(ref isTaken, 1) == 0)
        {
            RunShared(job, pieces, threads);
            return;
        }

        for (var piece = 0; piece < pieces; piece++)
        {
            job.Run(piece, worker: 0);
        }
    }

    private static void RunShared(IJob job, int pieces, int threads)
    {
        Exception? failure;
        try
        {
            Claims.Offer(job, pieces, threads);
            for (var worker = 1; worker < threads; worker++)
            {
                (Others[worker - 1] ??= new(Claims, worker)).Wake();
            }
        }
        finally
        {
            Claims.Work(worker: 0);
            failure = Claims.Finish();
            Volatile.Write(ref isTaken, 0);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
