using WorldModel.Kernels;
using WorldModel.Native;

namespace WorldModel.Models;

/// <summary>What the work is done with on this machine. A saved notebook does not print it: it differs from machine to machine.</summary>
public static class Engine
{
    /// <summary>
    /// One line on the library's own kernels and on libtorch, which does what they do not cover, such as
    /// "kernels 256 bits wide on 2 threads, libtorch 2.10.0 on 1 thread". See <see cref="Threads"/> for the numbers of threads.
    /// </summary>
    /// <exception cref="NativeLibraryException">libtorch cannot be loaded on this machine; the message says why.</exception>
    public static string Describe()
    {
        TorchLibrary.EnsureLoaded();
        var version = new Version(__version__).ToString(3);
        return $"kernels {(int)SimdWidths.Chosen} bits wide on {Counted(Threads.Count)}, libtorch {version} on {Counted(get_num_threads())}";
    }

    private static string Counted(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";
}
