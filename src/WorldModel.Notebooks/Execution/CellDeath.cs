using System.Globalization;
using WorldModel.Notebooks.Execution.Protocol;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>Words for cells that did not come to their own end.</summary>
internal static class CellDeath
{
    public const string Timeout = "Timeout";
    public const string ProcessEnded = "ProcessEnded";

    public static Failed ByTimeout(Cell cell, TimeSpan timeout)
    {
        var seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var advice = cell.IsSlow ? "give it more time with --timeout SECONDS (a cell tagged slow gets ten times that)" : "give it more time with --timeout SECONDS or the tag slow";
        return Failure(Timeout, $"cell {cell.Number} ran longer than {seconds} s and was stopped. Make it do less, or {advice}.");
    }

    public static Failed ByExit(Cell cell, int exitCode) =>
        Failure(ProcessEnded, $"the process ended in cell {cell.Number} (exit code {exitCode}{Meaning(exitCode)}). A cell must not end its process; look at what it called last.");

    private static Failed Failure(string name, string text) => new(name, text, [$"{name}: {text}"]);

    // Unix: 128 + the signal's number.
    private static string Meaning(int exitCode) => exitCode switch
    {
        134 => ": aborted by the runtime or a native library",
        137 => ": killed, perhaps for lack of memory",
        139 => ": a native library touched memory that is not its own",
        143 => ": asked to end",
        _ => "",
    };
}
