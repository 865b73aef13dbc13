namespace WorldModel.Evaluation;

/// <summary>
/// Prediction intervals whose coverage is guaranteed, whatever the model: as wide, horizon by horizon and channel by
/// channel, as the errors on runs that were kept aside for this (split conformal prediction: Vovk, Gammerman, Shafer,
/// Algorithmic Learning in a Random World, 2005; Lei et al., JASA 113, 2018). The guarantee is for one channel at one
/// horizon of a new run that is exchangeable with those: on the Moon it holds no more.
/// </summary>
public sealed class Conformal
{
    private readonly double[][] halfWidths;
    private readonly Space state;

    private Conformal(Space state, double confidence, double[][] halfWidths) => (this.state, Confidence, this.halfWidths) = (state, confidence, halfWidths);

    /// <summary>Share of new runs that the interval is to hold, at least.</summary>
    public double Confidence { get; }

    /// <summary>Widths from errors of predictions on runs that neither trained nor chose the model.</summary>
    /// <param name="truth">What happened; lost readings are left out.</param>
    /// <param name="prediction">What was predicted.</param>
    /// <param name="confidence">Share to hold, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The two differ in kind, or there are too few runs for that confidence; the message says how many it takes.</exception>
    public static Conformal Fit(Trajectories truth, Trajectories prediction, double confidence = 0.9)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1");
        }

        Horizon.RequireAlike(truth, prediction);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var errors = (truth.States - prediction.States).abs().to(ScalarType.Float64).cpu();
        return new(truth.State, confidence, [.. Enumerable.Range(0, truth.State.Size).Select(channel => Widths(errors.select(2, channel), confidence))]);
    }

    /// <summary>Half the width of the interval at each horizon, T+1 of them, in the channel's unit.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public double[] HalfWidths(string channel) => [.. halfWidths[state.IndexOf(channel)]];

    /// <summary>Both ends of the interval around a prediction of at most as many steps.</summary>
    /// <exception cref="ArgumentException">The prediction has other channels or more steps.</exception>
    public (Trajectories Low, Trajectories High) Around(Trajectories prediction)
    {
        if (!prediction.State.SameAs(state) || prediction.Steps >= halfWidths[0].Length)
        {
            throw new ArgumentException(
                $"the widths are of ({state}) over {halfWidths[0].Length - 1} steps, and the prediction has ({prediction.State}) over {prediction.Steps}", nameof(prediction));
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        double[] rows = [.. Enumerable.Range(0, prediction.Steps + 1).SelectMany(step => halfWidths.Select(widths => widths[step]))];
        var half = tensor(rows, device: prediction.States.device).view(-1, state.Size).to(prediction.States.dtype);
        Trajectories Ends(Tensor states) => new(state, prediction.Action, states.MoveToOuterDisposeScope(), prediction.Actions, prediction.Dt);
        return (Ends(prediction.States - half), Ends(prediction.States + half));
    }

    // The ⌈(n+1)·confidence⌉-th smallest error of each column.
    private static double[] Widths(Tensor errors, double confidence) =>
        [.. Enumerable.Range(0, (int)errors.shape[1]).Select(step => Quantile(Evaluation.Horizon.Values(errors.select(1, step)), confidence))];

    private static double Quantile(double[] errors, double confidence)
    {
        double[] sorted = [.. errors.Where(error => !double.IsNaN(error)).Order()];
        var rank = (int)Math.Ceiling(((sorted.Length + 1) * confidence) - 1e-9);
        return rank <= sorted.Length ? sorted[rank - 1] : throw new ArgumentException(
            $"{sorted.Length} runs with a reading are too few for intervals of {confidence:0.##}: keep aside at least {Math.Ceiling((confidence / (1 - confidence)) - 1e-9)}");
    }
}
