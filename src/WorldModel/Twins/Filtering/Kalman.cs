namespace WorldModel.Twins;

/// <summary>
/// Keeps a twin in step with noisy readings: its engine predicts, each reading corrects, and both are weighed by what they
/// are trusted. Missing readings (NaN) are skipped channel by channel. All numbers are 64-bit floats; covariances are
/// carried as square roots, so they stay symmetric and positive however long it runs and however good a sensor is
/// (Kailath, Sayed, Hassibi, Linear Estimation, 2000, chapter 12).
/// </summary>
public sealed class Kalman
{
    private readonly KalmanModel model;

    private Kalman(KalmanModel model) => this.model = model;

    /// <summary>
    /// The filter of linear engines and sensors, for which it is the best there is (Kalman, Journal of Basic Engineering 82,
    /// 1960). Their matrices are read off once, here, so a step needs no tensor.
    /// </summary>
    /// <param name="engine">Predicts one step; its <see cref="IDynamics.Dt"/> is the time between two readings. Give an engine with finer steps as <see cref="Strided"/>.</param>
    /// <param name="noise">Noise of the engine's step and of a reading.</param>
    /// <param name="sensor">What is read of the state; all channels when not given.</param>
    /// <exception cref="ArgumentException">The sizes differ, or engine or sensor are not linear.</exception>
    public static Kalman Linear(IDynamics engine, KalmanNoise noise, SensorModel? sensor = null) =>
        new(KalmanModel.Of(engine, noise, sensor, (function, actions) => AffinePassage.Of(function, engine.State.Size, actions)));

    /// <summary>
    /// The filter that follows the slope of engine and sensor at the mean; automatic differentiation finds it through any
    /// differentiable simulator or network that computes in 64-bit floats (Smith, Schmidt, McGee, NASA TR R-135, 1962).
    /// </summary>
    /// <param name="engine">Predicts one step; its <see cref="IDynamics.Dt"/> is the time between two readings. Give an engine with finer steps as <see cref="Strided"/>.</param>
    /// <param name="noise">Noise of the engine's step and of a reading.</param>
    /// <param name="sensor">What is read of the state; all channels when not given.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Kalman Extended(IDynamics engine, KalmanNoise noise, SensorModel? sensor = null) =>
        new(KalmanModel.Of(engine, noise, sensor, (function, _) => new SlopePassage(function)));

    /// <summary>
    /// The filter that sends a few chosen points through engine and sensor instead of a slope, so that neither has to be
    /// differentiable (Julier and Uhlmann, Proceedings of the IEEE 92, 2004).
    /// </summary>
    /// <param name="engine">Predicts one step; its <see cref="IDynamics.Dt"/> is the time between two readings. Give an engine with finer steps as <see cref="Strided"/>.</param>
    /// <param name="noise">Noise of the engine's step and of a reading.</param>
    /// <param name="sensor">What is read of the state; all channels when not given.</param>
    /// <param name="points">Where to look.</param>
    /// <exception cref="ArgumentException">The sizes differ, or the points have no spread.</exception>
    public static Kalman Unscented(IDynamics engine, KalmanNoise noise, SensorModel? sensor = null, SigmaPoints? points = null) =>
        new(KalmanModel.Of(engine, noise, sensor, (function, _) => new SigmaPassage(function, engine.State.Size, points ?? new())));

    /// <summary>Channels of the state, size S.</summary>
    public Space State => model.Engine.State;

    /// <summary>Channels of the action, size A.</summary>
    public Space Action => model.Engine.Action;

    /// <summary>Channels that are read, size M.</summary>
    public Space Readings => model.Sensor.Readings;

    /// <summary>Time between two readings [s].</summary>
    public double Dt => model.Engine.Dt;

    /// <summary>
    /// Filters recorded runs. A reading of NaN is missing: that channel is not used at that time. Gaps of several steps are
    /// rows of NaN.
    /// </summary>
    /// <param name="readings">Runs as a sensor saw them; channels that this filter does not read are ignored.</param>
    /// <param name="starts">What is believed before the first reading (which is at time 0): one for all runs, or one for each.</param>
    /// <exception cref="ArgumentException">Channels, time step or number of starts do not fit, a reading is infinite or an action is not finite.</exception>
    /// <exception cref="InvalidOperationException">The engine gave a state that is not finite, or (extended) that has no gradient.</exception>
    public KalmanRun Filter(Trajectories readings, params Belief[] starts)
    {
        var recorded = RecordedRuns.Of(readings, model);
        if (starts.Length != 1 && starts.Length != readings.Runs)
        {
            throw new ArgumentException($"{readings.Runs} runs begin with 1 belief or {readings.Runs}, not {starts.Length}", nameof(starts));
        }

        Gaussian[] start = [.. starts.Select(belief => KalmanRules.RequireSize(belief, State))];
        KalmanBeliefs beliefs = new(model, start.Length == readings.Runs ? start : [.. Enumerable.Repeat(start[0], readings.Runs)]);
        return KalmanRun.Of(beliefs, recorded);
    }

    /// <summary>Looks ahead without readings: estimates whose row 0 is what is believed now, and whose covariance grows.</summary>
    /// <param name="from">What is believed now, a run each: <see cref="KalmanEstimates.Last"/>, or a tracker's belief.</param>
    /// <param name="actions">Actions to come [B, T, A].</param>
    /// <exception cref="ArgumentException">The sizes differ, or an action is not finite.</exception>
    public KalmanEstimates Forecast(IReadOnlyList<Belief> from, Tensor actions)
    {
        var rows = RecordedRuns.ActionRows(actions, Action, from.Count);
        KalmanBeliefs beliefs = new(model, [.. from.Select(belief => KalmanRules.RequireSize(belief, State))]);
        List<Gaussian[]> ahead = [beliefs.Now];
        foreach (var row in rows)
        {
            beliefs.Predict(row);
            ahead.Add(beliefs.Now);
        }

        return new((State, Action), ahead, actions, Dt);
    }

    /// <summary>Looks ahead without readings or actions.</summary>
    /// <param name="from">What is believed now, a run each.</param>
    /// <param name="steps">Steps to look ahead.</param>
    /// <exception cref="InvalidOperationException">The engine takes actions, so they must be given.</exception>
    public KalmanEstimates Forecast(IReadOnlyList<Belief> from, int steps) =>
        Action.Size == 0
            ? Forecast(from, zeros([from.Count, steps, 0], float64))
            : throw new InvalidOperationException($"this engine takes actions ({Action}): give them as a tensor [B, T, {Action.Size}]");

    /// <summary>Begins to follow one live thing, reading by reading.</summary>
    /// <param name="start">What is believed before the first reading.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public KalmanTracker Track(Belief start) => new(model, KalmanRules.RequireSize(start, State));
}
