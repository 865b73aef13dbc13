using System.Globalization;
using System.Runtime.InteropServices;

namespace WorldModel.Native;

/// <summary>
/// Loads TorchSharp's native libraries from beside the library before TorchSharp looks for them, because what
/// TorchSharp says when it fails (a missing package) is seldom the reason.
/// </summary>
internal static class TorchLibrary
{
    private static readonly Lazy<string?> Failure = new(Load);

    /// <summary>Does nothing after the first success.</summary>
    /// <exception cref="NativeLibraryException">A native library is missing or cannot be loaded.</exception>
    internal static void EnsureLoaded()
    {
        if (Failure.Value is { } message)
        {
            throw new NativeLibraryException(message);
        }
    }

    private static string? Load()
    {
        var failure = LoadFrom(Path.GetDirectoryName(typeof(torch).Assembly.Location)!);
        if (failure is null)
        {
            set_num_threads(ThreadsFor(Environment.GetEnvironmentVariable("OMP_NUM_THREADS")));
        }

        return failure;
    }

    /// <summary>
    /// Threads of libtorch: one, unless the user asks for more. Networks of this size are no faster on more, and several
    /// times slower where other work wants the cores too. It also lets sums add up in one order, so that a seed gives the
    /// same numbers on any machine.
    /// </summary>
    /// <param name="asked">OpenMP's variable: a number, or one for each level of nested loops, of which the first counts.</param>
    internal static int ThreadsFor(string? asked) =>
        int.TryParse(asked?.Split(',')[0], CultureInfo.InvariantCulture, out var threads) ? Math.Clamp(threads, 1, Environment.ProcessorCount) : 1;

    /// <summary>Loads all libraries from a folder; null on success, else the message for the user.</summary>
    internal static string? LoadFrom(string folder)
    {
        foreach (var file in Files())
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                return NativeDiagnosis.Missing(path);
            }

            try
            {
                NativeLibrary.Load(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                return NativeDiagnosis.Unloadable(path, e.Message);
            }
        }

        return null;
    }

    private static string[] Files() =>
        OperatingSystem.IsWindows() ? ["torch_cpu.dll", "LibTorchSharp.dll"]
        : OperatingSystem.IsMacOS() ? ["libtorch_cpu.dylib", "libLibTorchSharp.dylib"]
        : ["libtorch_cpu.so", "libLibTorchSharp.so"];
}
