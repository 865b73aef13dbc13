namespace WorldModel.Benchmarks.Works;

/// <summary>How many threads our side may use.</summary>
internal static class Threads
{
    internal static void Use(int threads) => set_num_threads(threads);
}
