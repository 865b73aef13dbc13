namespace WorldModel.Kernels;

/// <summary>Work in pieces that do not depend on each other.</summary>
internal interface IJob
{
    /// <summary>Does one piece.</summary>
    /// <param name="piece">Its number.</param>
    /// <param name="worker">Number of the thread that does it, for scratch memory of its own: 0 to <see cref="Workers.Count"/> - 1.</param>
    void Run(int piece, int worker);
}
