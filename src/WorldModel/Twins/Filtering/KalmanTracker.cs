namespace WorldModel.Twins;

/// <summary>
/// Follows one live thing: <see cref="Predict"/> once for each time step, <see cref="Correct"/> for each reading (several in
/// one step, or none). <see cref="Kalman.Filter"/> does the same to recorded runs, beginning with a correction.
/// </summary>
public sealed class KalmanTracker
{
    private readonly KalmanBeliefs beliefs;

    internal KalmanTracker(KalmanModel model, Gaussian start) => beliefs = new(model, [start]);

    /// <summary>What is believed now.</summary>
    public Belief Belief => new(beliefs.Now[0]);

    /// <summary>Time steps taken.</summary>
    public int Steps => beliefs.Steps;

    /// <summary>Moves on by one time step under an action [A].</summary>
    /// <returns>What is believed now.</returns>
    /// <exception cref="ArgumentException">The action has the wrong size or is not finite.</exception>
    /// <exception cref="InvalidOperationException">The engine gave a state that is not finite, or (extended) that has no gradient.</exception>
    public Belief Predict(params double[] action)
    {
        KalmanRules.RequireSize(action, beliefs.Model.Engine.Action, "an action");
        beliefs.Predict([action]);
        return Belief;
    }

    /// <summary>Takes in a reading [M] of now; a channel that is NaN is missing.</summary>
    /// <returns>What is believed now.</returns>
    /// <exception cref="ArgumentException">The reading has the wrong size or is infinite.</exception>
    public Belief Correct(params double[] reading)
    {
        KalmanRules.RequireSize(reading, beliefs.Model.Sensor.Readings, "a reading", mayMiss: true);
        beliefs.Correct([reading]);
        return Belief;
    }

    /// <summary>
    /// How surprising a reading [M] of now would be: its squared distance from what is expected, in standard deviations,
    /// divided by the number of channels read; about 1 on average. A twin that doubts its sensor asks before it corrects.
    /// NaN where all channels are missing.
    /// </summary>
    /// <exception cref="ArgumentException">The reading has the wrong size or is infinite.</exception>
    public double Surprise(params double[] reading)
    {
        KalmanRules.RequireSize(reading, beliefs.Model.Sensor.Readings, "a reading", mayMiss: true);
        var weighed = beliefs.Weigh([reading])[0];
        return weighed.Distance / weighed.Count;
    }
}
