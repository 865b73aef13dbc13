using WorldModel.Evaluation;

namespace WorldModel.Charts;

/// <summary>How errors grow the further a prediction looks ahead.</summary>
public static class ErrorGrowthChart
{
    /// <summary>Draws √(Σ rmse²) over the channels against the horizon [s], on a logarithmic axis.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="channels">Names of the channels; they share a unit, which is the error's.</param>
    /// <param name="models">Errors of models and controls.</param>
    /// <exception cref="ArgumentException">There is no model, no channel, no error above zero anywhere, or units differ.</exception>
    public static Figure Draw(string title, string[] channels, params (string Name, HorizonError Error)[] models)
    {
        Demand.Some(models, nameof(models));
        Demand.Some(channels, nameof(channels));
        var unit = Demand.OneUnit(models.SelectMany(model => channels.Select(channel => (model.Name, model.Error.State.Channels[model.Error.State.IndexOf(channel)])))).Unit;
        var lines = models.Select((model, i) => Line(model, channels, i)).ToList();
        Demand.Finite(string.Join(", ", models.Select(model => model.Name)), [.. lines.SelectMany(line => line.Y)], nameof(models));
        return new(new Drawing("error growth", title)
        {
            X = new("horizon [s]"),
            Y = new(new Channel($"error of {string.Join(", ", channels)}", unit).Label) { IsLog = true },
            Series = lines,
            Contents = Contents.Of(lines, unit, line => line.Y),
        });
    }

    private static Series Line((string Name, HorizonError Error) model, string[] channels, int number)
    {
        var points = Numbers.Thin(model.Error.Seconds.Length);
        var rmse = channels.Select(channel => model.Error.Rmse[model.Error.State.IndexOf(channel)]).ToList();
        var error = points.Select(i => Math.Sqrt(rmse.Sum(channel => channel[i] * channel[i])));
        double[] shown = [.. error.Select(AboveZero)];
        var name = shown.Any(double.IsFinite) ? model.Name : $"{model.Name} (no error above 0)";
        return new(name, [.. points.Select(i => model.Error.Seconds[i])], shown) { Color = Theme.ColorOf(number), Width = 2.5 };
    }

    // No logarithm shows zero, which is the error at horizon 0.
    private static double AboveZero(double error) => error > 0 ? error : double.NaN;
}
