namespace WorldModel.Twins;

/// <summary>What a filter made of recorded runs. Holds tensors, so two of them do not compare by value.</summary>
public sealed record KalmanRun
{
    private readonly List<Conditioning[]> links;

    private KalmanRun(List<Conditioning[]> links) => this.links = links;

    /// <summary>Estimates at each time from the readings until then, that time's included.</summary>
    public required KalmanEstimates Filtered { get; init; }

    /// <summary>Estimates at each time from the readings before it; row 0 is the start.</summary>
    public required KalmanEstimates Predicted { get; init; }

    /// <summary>How far each reading was from what was expected.</summary>
    public required Innovations Innovations { get; init; }

    /// <summary>Log-likelihood of each run's readings under engine and noise [B]: the higher, the better they explain them.</summary>
    public required double[] LogLikelihood { get; init; }

    /// <summary>
    /// Estimates at each time from all readings, those after it too (Rauch, Tung, Striebel, AIAA Journal 3, 1965; for
    /// unscented filters Särkkä, IEEE Transactions on Automatic Control 53, 2008).
    /// </summary>
    public KalmanEstimates Smooth()
    {
        List<Gaussian[]> smooth = [Filtered.Beliefs[^1]];
        for (var step = Filtered.Steps - 1; step >= 0; step--)
        {
            var (filtered, predicted, later) = (Filtered.Beliefs[step], Predicted.Beliefs[step + 1], smooth[^1]);
            smooth.Add([.. filtered.Select((belief, run) => Smooth(belief, links[step][run], predicted[run], later[run]))]);
        }

        smooth.Reverse();
        return new((Filtered.State, Filtered.Action), smooth, Filtered.Actions, Filtered.Dt);
    }

    internal static KalmanRun Of(KalmanBeliefs beliefs, RecordedRuns recorded)
    {
        List<Gaussian[]> predicted = [beliefs.Now];
        List<Correction[]> corrections = [beliefs.Correct(recorded.Readings[0])];
        List<Gaussian[]> filtered = [beliefs.Now];
        List<Conditioning[]> links = [];
        foreach (var (action, reading) in recorded.Actions.Zip(recorded.Readings.Skip(1)))
        {
            links.Add(beliefs.Predict(action));
            predicted.Add(beliefs.Now);
            corrections.Add(beliefs.Correct(reading));
            filtered.Add(beliefs.Now);
        }

        var spaces = (beliefs.Model.Engine.State, beliefs.Model.Engine.Action);
        var (actions, dt) = (recorded.Source.Actions, beliefs.Model.Engine.Dt);
        return new(links)
        {
            Filtered = new(spaces, filtered, actions, dt),
            Predicted = new(spaces, predicted, actions, dt),
            Innovations = new(beliefs.Model.Sensor.Readings, corrections, dt),
            LogLikelihood = [.. Enumerable.Range(0, beliefs.Now.Length).Select(run => corrections.Sum(correction => correction[run].LogLikelihood))],
        };
    }

    // What comes later is known better now than it was foreseen, and the belief follows by its gain. Its covariance is what
    // the next state leaves open plus what is still open about that: a sum of squares, so it cannot become negative.
    private static Gaussian Smooth(Gaussian filtered, Conditioning link, Gaussian predicted, Gaussian later)
    {
        double[] learnt = [.. later.Mean.Zip(predicted.Mean, (after, before) => after - before)];
        Matrix root = new(filtered.Mean.Length, 2 * filtered.Mean.Length);
        root.Place(link.Gain.Times(later.Root), 0, 0);
        root.Place(link.Rest, 0, filtered.Mean.Length);
        return new(link.Gain.Apply(learnt, filtered.Mean), Triangle.Of(root));
    }
}
