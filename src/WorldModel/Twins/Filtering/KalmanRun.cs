namespace WorldModel.Twins;

/// <summary>What a filter made of recorded runs. Holds tensors, so two of them do not compare by value.</summary>
public sealed record KalmanRun
{
    /// <summary>Estimates at each time from the readings until then, that time's included.</summary>
    public KalmanEstimates Filtered => throw new NotImplementedException();

    /// <summary>Estimates at each time from the readings before it; row 0 is the start.</summary>
    public KalmanEstimates Predicted => throw new NotImplementedException();

    /// <summary>How far each reading was from what was expected.</summary>
    public Innovations Innovations => throw new NotImplementedException();

    /// <summary>Log-likelihood of each run's readings under engine and noise [B]: the higher, the better they explain them.</summary>
    public double[] LogLikelihood => throw new NotImplementedException();

    /// <summary>
    /// Estimates at each time from all readings, those after it too (Rauch, Tung, Striebel, AIAA Journal 3, 1965; for
    /// unscented filters Särkkä, IEEE Transactions on Automatic Control 53, 2008).
    /// </summary>
    public KalmanEstimates Smooth() => throw new NotImplementedException();
}
