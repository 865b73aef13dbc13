using WorldModel.Native;

namespace WorldModel;

/// <summary>Where randomness begins.</summary>
public static class Seed
{
    /// <summary>Fixes the random numbers of everything that follows, weights and batches included.</summary>
    /// <exception cref="NativeLibraryException">libtorch cannot be loaded on this machine; the message says why.</exception>
    public static void Set(int seed)
    {
        TorchLibrary.EnsureLoaded();
        manual_seed(seed);
    }

    /// <summary>A generator of its own, so that drawing from it disturbs nothing else.</summary>
    internal static Generator Generator(int seed)
    {
        TorchLibrary.EnsureLoaded();
        return new((ulong)seed);
    }
}
