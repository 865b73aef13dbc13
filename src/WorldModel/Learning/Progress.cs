using System.Globalization;

namespace WorldModel.Learning;

/// <summary>
/// A few plain lines, because that is what every notebook host can show; without times, so that a notebook that runs
/// again says the same.
/// </summary>
internal sealed class Progress(FitOptions options)
{
    private readonly int every = options.ProgressLines == 0 ? int.MaxValue : Math.Max(1, options.Epochs / options.ProgressLines);

    internal void Report(EpochLoss epoch)
    {
        if (epoch.Epoch % every == 0)
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

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
