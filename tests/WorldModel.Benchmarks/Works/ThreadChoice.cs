namespace WorldModel.Benchmarks.Works;

/// <summary>How many threads our side may use: the kernels' and libtorch's.</summary>
internal static class ThreadChoice
{
    internal static void Use(int threads)
    {
        Threads.Count = threads;
        set_num_threads(threads);
    }
}
