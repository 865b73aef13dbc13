using System.Globalization;

namespace WorldModel.Notebooks.Execution;

/// <summary>
/// How many notebooks run at a time and how many threads libtorch and the library's kernels get in each: together never
/// more than there are cores, beyond which everything only becomes slower.
/// </summary>
/// <param name="Jobs">Notebooks at a time.</param>
/// <param name="Threads">Threads of libtorch in each.</param>
/// <param name="KernelThreads">Threads of the library's own kernels in each, whose numbers do not depend on it.</param>
/// <param name="Notes">What could not be given as it was asked.</param>
internal sealed record ThreadShare(int Jobs, int Threads, int KernelThreads, IReadOnlyList<string> Notes)
{
    public const string Variable = "OMP_NUM_THREADS";

    /// <summary>The user's own wish for the kernels comes before ours.</summary>
    public const string KernelVariable = "WORLDMODEL_THREADS";

    // libtorch takes its number of threads from whichever of its parts asks first.
    private const string MathLibraryVariable = "MKL_NUM_THREADS";

    /// <param name="cores">What this machine has.</param>
    /// <param name="jobs">Notebooks at a time, as asked.</param>
    /// <param name="asked">The user's own <see cref="Variable"/>, or null: one thread, so that numbers do not depend on the machine.</param>
    public static ThreadShare Of(int cores, int jobs, string? asked)
    {
        var share = Math.Clamp(jobs, 1, cores);
        var wanted = Wanted(asked);
        var threads = Math.Clamp(wanted ?? 1, 1, cores / share);
        List<string> notes = [];
        if (share < jobs)
        {
            notes.Add($"note: --jobs {jobs} is more than this machine's {Cores(cores)}; {share} notebooks run at a time.");
        }

        if (asked is not null && wanted is null)
        {
            notes.Add($"note: {Variable}={asked} is no number of threads; libtorch gets one thread a notebook.");
        }
        else if (wanted > threads)
        {
            notes.Add($"note: {Variable}={asked} in {share} at a time is more than this machine's {Cores(cores)}; libtorch gets {threads} a notebook.");
        }

        return new ThreadShare(share, threads, cores / share, notes);
    }

    public static ThreadShare OfThisMachine(int jobs) =>
        Of(Environment.ProcessorCount, jobs, Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } asked ? asked : null);

    /// <summary>How long pieces of work take when so many run at a time: at least as the longest, and as their share.</summary>
    public static TimeSpan Together(IEnumerable<TimeSpan> times, int jobs)
    {
        var all = times.ToArray();
        var sum = all.Aggregate(TimeSpan.Zero, (total, time) => total + time);
        return all.Append(sum / jobs).Max();
    }

    /// <summary>Tells a notebook's process.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        environment[Variable] = Threads.ToString(CultureInfo.InvariantCulture);
        environment[MathLibraryVariable] = environment[Variable];
        if (!environment.TryGetValue(KernelVariable, out var wish) || string.IsNullOrEmpty(wish))
        {
            environment[KernelVariable] = KernelThreads.ToString(CultureInfo.InvariantCulture);
        }
    }

    // OpenMP's list of numbers for nested loops: the first is the outermost.
    private static int? Wanted(string? asked) =>
        int.TryParse(asked?.Split(',')[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var threads) && threads > 0 ? threads : null;

    private static string Cores(int count) => count == 1 ? "1 core" : $"{count} cores";
}
