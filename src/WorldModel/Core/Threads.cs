using System.Globalization;

namespace WorldModel;

/// <summary>
/// How many threads the library's own kernels work with; results do not depend on it. libtorch, which does all other
/// work, has one thread unless the environment variable OMP_NUM_THREADS asks for more before the library is first used;
/// more may change the last digits of its sums. A kernel never calls libtorch while it works, so the two take turns.
/// </summary>
public static class Threads
{
    /// <summary>Environment variable that sets <see cref="Count"/> before anything runs.</summary>
    internal const string Variable = "WORLDMODEL_THREADS";

    private static int count; // 0 until it is asked for: an exception here would hide in a type initialiser's

    /// <summary>The highest number: this machine's cores, or 8 where it has fewer. More threads than cores only wait for each other.</summary>
    public static int Most { get; } = Math.Max(8, Environment.ProcessorCount);

    /// <summary>
    /// Threads that may work at once, the caller's among them: this machine's cores, unless the environment variable
    /// WORLDMODEL_THREADS says otherwise. What is under way when it changes ends with the old number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 1 to <see cref="Most"/>.</exception>
    /// <exception cref="ArgumentException">The environment variable holds no such number.</exception>
    public static int Count
    {
        get => count > 0 ? count : count = Choose(Environment.GetEnvironmentVariable(Variable));
        set => count = value >= 1 && value <= Most ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"there may be 1 to {Most} threads");
    }

    /// <exception cref="ArgumentException">The wish is no number of threads.</exception>
    internal static int Choose(string? wish) =>
        string.IsNullOrEmpty(wish) ? Environment.ProcessorCount
        : int.TryParse(wish, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads >= 1 && threads <= Most ? threads
        : throw new ArgumentException($"the environment variable {Variable} must be a number from 1 to {Most}, not {wish}");
}
