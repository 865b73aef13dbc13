using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace WorldModel.Kernels;

/// <summary>
/// One thread in the background. After a job it looks out for the next one for a moment, because waking up takes as long as
/// a small job; then it sleeps and costs nothing.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class WorkerThread
{
    private static readonly long Patience = Stopwatch.Frequency / 1_000_000 * 40; // 40 µs

    private readonly AutoResetEvent alarm = new(initialState: false);
    private readonly Claims claims;
    private readonly int worker;
    private int isAsleep;

    internal WorkerThread(Claims claims, int worker)
    {
        (this.claims, this.worker) = (claims, worker);
        new Thread(Live) { IsBackground = true, Name = $"WorldModel worker {worker}" }.UnsafeStart();
    }

    /// <summary>Ends its sleep, if it sleeps. To be called after a job was laid out.</summary>
    internal void Wake()
    {
        if (Volatile.Read(ref isAsleep) == 1 && Interlocked.Exchange(ref isAsleep, 0) == 1)
        {
            alarm.Set();
        }
    }

    private void Live()
    {
        while (true)
        {
            claims.Work(worker);
            if (!LookOut())
            {
                Sleep();
            }
        }
    }

    private bool LookOut()
    {
        var until = Stopwatch.GetTimestamp() + Patience;
        while (!claims.HasWorkFor(worker))
        {
            if (Stopwatch.GetTimestamp() > until)
            {
                return false;
            }

            Thread.SpinWait(10);
        }

        return true;
    }

    // Says that it sleeps before it looks a last time, as a caller lays out work before it looks who sleeps: one of the
    // two sees the other.
    private void Sleep()
    {
        Interlocked.Exchange(ref isAsleep, 1);
        if (!claims.HasWorkFor(worker) || Interlocked.Exchange(ref isAsleep, 0) == 0)
        {
            alarm.WaitOne();
        }
    }
}
