namespace WorldModel.Kernels;

/// <summary>Threads that share the pieces of a job.</summary>
internal static class Workers
{
    /// <summary>How many threads may work at once.</summary>
    internal static int Count => 1;

    /// <summary>Does all pieces of a job and returns when the last is done; allocates nothing.</summary>
    internal static void Run(IJob job, int pieces)
    {
        for (var piece = 0; piece < pieces; piece++)
        {
            job.Run(piece, worker: 0);
        }
    }
}
