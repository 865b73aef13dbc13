namespace WorldModel.Kernels;

/// <summary>Who does which piece of the job under way: each piece goes to whoever asks first.</summary>
internal sealed class Claims
{
    // Number of the run above, pieces that nobody has claimed below: a claim that comes late, meant for an earlier run,
    // finds another number and fails. All else about a run is written before this and read before the claim succeeds.
    private ulong unclaimed;
    private int unfinished;
    private int workers;
    private IJob? job;
    private Exception? failure;

    /// <summary>Lays out a job. The one before must be finished.</summary>
    /// <param name="next">The job.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="threads">Workers that may take part, the caller among them.</param>
    internal void Offer(IJob next, int pieces, int threads)
    {
        (job, workers, unfinished) = (next, threads, pieces);
        Interlocked.Exchange(ref unclaimed, ((unclaimed >> 32) + 1) << 32 | (uint)pieces);
    }

    /// <summary>Whether there is a piece for this worker.</summary>
    internal bool HasWorkFor(int worker) => (uint)Volatile.Read(ref unclaimed) > 0 && worker < Volatile.Read(ref workers);

    /// <summary>Claims and does pieces until none is left.</summary>
    internal void Work(int worker)
    {
        var done = 0;
        try
        {
            while (TryClaim(worker, out var piece, out var work))
            {
                done++;
                work.Run(piece, worker);
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref failure, e, null);
            done += LeaveOut();
        }

        if (done > 0)
        {
            Interlocked.Add(ref unfinished, -done);
        }
    }

    /// <summary>Waits for pieces that others have begun; the first exception that one threw, if any.</summary>
    internal Exception? Finish()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref unfinished) > 0)
        {
            spin.SpinOnce(sleep1Threshold: -1); // a sleep would last longer than most jobs
        }

        job = null;
        return Interlocked.Exchange(ref failure, null);
    }

    private bool TryClaim(int worker, out int piece, out IJob work)
    {
        while (true)
        {
            var seen = Volatile.Read(ref unclaimed);
            (piece, work) = ((int)(uint)seen - 1, job!);
            if (piece < 0 || worker >= workers)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref unclaimed, seen - 1, seen) == seen)
            {
                return true;
            }
        }
    }

    private int LeaveOut()
    {
        while (true)
        {
            var seen = Volatile.Read(ref unclaimed);
            if (Interlocked.CompareExchange(ref unclaimed, seen >> 32 << 32, seen) == seen)
            {
                return (int)(uint)seen;
            }
        }
    }
}
