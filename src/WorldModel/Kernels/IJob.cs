namespace WorldModel.Kernels;

/// <summary>
/// Work in pieces that do not depend on each other. Scratch memory belongs to the job object, a part for each worker; one
/// caller at a time runs a job object, and no piece runs its own job again.
/// </summary>
internal interface IJob
{
    /// <summary>Does one piece.</summary>
    /// <param name="piece">Its number.</param>
    /// <param name="worker">
    /// Number of the thread that does it, for scratch memory of its own: 0 (the caller) to <see cref="Workers.Count"/> - 1,
    /// and below the number of pieces.
    /// </param>
    void Run(int piece, int worker);
}
