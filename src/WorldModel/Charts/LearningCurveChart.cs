using WorldModel.Learning;

namespace WorldModel.Charts;

/// <summary>Loss by epoch.</summary>
public static class LearningCurveChart
{
    /// <summary>Draws training (thin) and validation loss (bold) of trainings on a logarithmic axis.</summary>
    /// <exception cref="ArgumentException">There is no training, or one without epochs or without a loss above zero.</exception>
    public static Figure Draw(string title, params (string Name, IReadOnlyList<EpochLoss> Log)[] runs) => Draw(title, null, runs);

    /// <summary>The same with the noise floor: the loss of the true law, which no model can honestly beat.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="noiseFloor">Loss of the true law, above zero.</param>
    /// <param name="runs">Logs of trainings.</param>
    /// <exception cref="ArgumentException">As above, or the noise floor is not above zero.</exception>
    public static Figure Draw(string title, double noiseFloor, params (string Name, IReadOnlyList<EpochLoss> Log)[] runs) =>
        double.IsFinite(noiseFloor) && noiseFloor > 0
            ? Draw(title, (double?)noiseFloor, runs)
            : throw new ArgumentException($"the noise floor is a loss above zero, not {Numbers.Say(noiseFloor)}", nameof(noiseFloor));

    private static Figure Draw(string title, double? noiseFloor, (string Name, IReadOnlyList<EpochLoss> Log)[] runs)
    {
        Demand.Some(runs, nameof(runs));
        var lines = runs.SelectMany((run, i) => Lines(run, Theme.ColorOf(i))).ToList();
        if (noiseFloor is { } floor)
        {
            lines.Add(Floor(floor, runs.Max(run => run.Log[^1].Epoch)));
        }

        return new(new Drawing("learning curve", title)
        {
            X = new("epoch"),
            Y = new("loss") { IsLog = true },
            Series = lines,
            Contents = Contents.Of(lines, "", line => line.Y),
        });
    }

    private static Series[] Lines((string Name, IReadOnlyList<EpochLoss> Log) run, string color)
    {
        Demand.Finite(run.Name, [.. run.Log.Select(epoch => AboveZero(epoch.Validation))], nameof(run));
        var epochs = Numbers.Thin(run.Log.Count).Select(i => run.Log[i]).ToList();
        double[] x = [.. epochs.Select(epoch => (double)epoch.Epoch)];
        return
        [
            new($"{run.Name}, training", x, [.. epochs.Select(epoch => AboveZero(epoch.Train))]) { Color = color, Width = 1.2, Opacity = 0.65 },
            new($"{run.Name}, validation", x, [.. epochs.Select(epoch => AboveZero(epoch.Validation))]) { Color = color, Width = 3 },
        ];
    }

    private static Series Floor(double floor, int lastEpoch) =>
        new($"noise floor {Numbers.Say(floor)}", [1, Math.Max(2, lastEpoch)], [floor, floor]) { Color = Theme.Ink, Width = 1.5, IsDashed = true };

    private static double AboveZero(double loss) => loss > 0 ? loss : double.NaN;
}
