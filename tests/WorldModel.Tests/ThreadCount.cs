namespace WorldModel.Tests;

/// <summary>Another number of threads for as long as this lives.</summary>
internal sealed class ThreadCount : IDisposable
{
    private readonly int before = Threads.Count;

    internal ThreadCount(int threads) => Threads.Count = threads;

    public void Dispose() => Threads.Count = before;
}
