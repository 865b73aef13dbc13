namespace WorldModel.Twins;

/// <summary>What is believed of several runs now: the filter itself, step by step, on recorded runs and live.</summary>
internal sealed class KalmanBeliefs(KalmanModel model, Gaussian[] starts)
{
    private static readonly double[] NoAction = [];

    internal KalmanModel Model => model;

    internal Gaussian[] Now { get; private set; } = starts;

    internal int Steps { get; private set; }

    /// <summary>Moves on by one step under actions [A], a run each; tells how each belief hangs together with the next one.</summary>
    internal Conditioning[] Predict(double[][] actions)
    {
        var passed = model.Step.Send(Now, actions);
        var links = new Conditioning[passed.Length];
        var every = Enumerable.Range(0, model.Engine.State.Size).ToArray();
        for (var run = 0; run < links.Length; run++)
        {
            RequireFinite(passed[run], run, "engine");
            links[run] = Conditioning.On(passed[run].Joint(model.Noise.ProcessRoot, every), every.Length);
        }

        Now = [.. passed.Zip(links, (next, link) => new Gaussian(next.Mean, link.Root))];
        Steps++;
        return links;
    }

    /// <summary>Takes in readings [M] of now, a run each.</summary>
    internal Correction[] Correct(double[][] readings)
    {
        var corrections = Weigh(readings);
        Now = [.. corrections.Select(correction => correction.After)];
        return corrections;
    }

    /// <summary>What readings [M] of now would change.</summary>
    internal Correction[] Weigh(double[][] readings)
    {
        if (readings.All(reading => reading.All(double.IsNaN)))
        {
            return [.. Now.Zip(readings, (belief, reading) => Correction.Nothing(belief, reading.Length))];
        }

        var expected = model.Read.Send(Now, [.. readings.Select(_ => NoAction)]);
        for (var run = 0; run < expected.Length; run++)
        {
            RequireFinite(expected[run], run, "sensor");
        }

        return [.. Now.Select((belief, run) => Correction.By(belief, expected[run], model.Noise.SensorRoot, readings[run]))];
    }

    private void RequireFinite(Passed passed, int run, string what)
    {
        if (!double.IsFinite(passed.Mean.Sum()) || !double.IsFinite(Matrix.Dot(passed.To.Values, passed.To.Values)))
        {
            throw new InvalidOperationException(
                $"the {what} gave a number that is not finite in step {Steps} of run {run}, from the state [{string.Join(", ", Now[run].Mean.Select(mean => $"{mean:g4}"))}]: "
                + "the filter was led away (more process noise keeps it nearer to the readings), or the state lies outside of what the model can take");
        }
    }
}
