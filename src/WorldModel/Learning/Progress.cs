using System.Diagnostics;
using System.Globalization;

namespace WorldModel.Learning;

/// <summary>
/// A few plain lines, because that is what every notebook host can show; without times, so that a notebook that runs
/// again says the same. Times go to who watches.
/// </summary>
internal sealed class Progress(FitOptions options, long windows = 0)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int trained;

    internal void Report(EpochLoss epoch)
    {
        trained++;
        Print(epoch);
        var taken = clock.Elapsed; // read once, so that rate and time left agree however long this thread has to wait
        var left = taken * ((options.Epochs - epoch.Epoch) / (double)trained);
        options.Watcher?.Report(new(epoch, options.Epochs, windows * trained / taken.TotalSeconds, left));
    }

    /// <summary>The line that is due after an epoch, if any.</summary>
    internal void Print(EpochLoss epoch)
    {
        if (Lines(epoch.Epoch) > Lines(epoch.Epoch - 1))
        {
            Say($"epoch {epoch.Epoch,4}/{options.Epochs}  train {epoch.Train:0.000e+0}  validation {epoch.Validation:0.000e+0}");
        }
    }

    internal void Finish(List<EpochLoss> log, int best)
    {
        if (options.ProgressLines > 0 && log.Count > 0)
        {
            Say($"{(log.Count < options.Epochs ? $"stopped after epoch {log.Count}" : "done")}; kept epoch {best} with validation {log[best - 1].Validation:0.000e+0}");
        }
    }

    // Lines due after an epoch: they are spread evenly and the last one falls on the last epoch.
    private long Lines(int epoch) => (long)epoch * options.ProgressLines / options.Epochs;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
